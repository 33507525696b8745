package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The commands there are. A new one is a class, and a line here. */
final class CommandList implements Vocabulary<Command> {
  private static final Map<String, Supplier<Command>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("build", BuildCommand::new);
    COMMANDS.put("config", ConfigCommand::new);
    COMMANDS.put("down", DownCommand::new);
    COMMANDS.put("explain env", ExplainEnvCommand::new);
    COMMANDS.put("lint", LintCommand::new);
    COMMANDS.put("logs", LogsCommand::new);
    COMMANDS.put("plan", PlanCommand::new);
    COMMANDS.put("ps", PsCommand::new);
    COMMANDS.put("restart", RestartCommand::new);
    COMMANDS.put("rm", RmCommand::new);
    COMMANDS.put("schema", SchemaCommand::new);
    COMMANDS.put("start", StartCommand::new);
    COMMANDS.put("stop", StopCommand::new);
    COMMANDS.put("up", UpCommand::new);
    COMMANDS.put("version", VersionCommand::new);
  }

  @Override
  public List<String> names() {
    return List.copyOf(COMMANDS.keySet());
  }

  @Override
  public Command command(String name) {
    Supplier<Command> command = COMMANDS.get(name);
    if (command == null) {
      throw new IllegalStateException("no command `" + name + "`");
    }
    return command.get();
  }
}
