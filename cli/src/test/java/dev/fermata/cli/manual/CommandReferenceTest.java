package dev.fermata.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.command.CommandName;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Vocabulary;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.GlobalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every flag that people's fingers know is there, or a reason why not. */
final class CommandReferenceTest {
  private static final boolean WRITE = "write".equals(System.getProperty("fermata.golden"));
  private static final Vocabulary<Command> COMMANDS = CommandName.vocabulary();
  private static final List<Flag<?>> GLOBALS = GlobalOptions.GRAMMAR.flags();
  private final ComposeCommands compose = ComposeCommands.read();

  @Test
  void each_flag_of_docker_compose_is_here_as_well_or_there_is_a_reason() {
    var faults = new HashMap<>(compose.faults(ours()));
    faults.keySet().removeAll(compose.reasons().keySet());

    assertThat(faults).isEmpty();
  }

  @Test
  void each_reason_is_for_something_that_differs() {
    var reasons = new HashMap<>(compose.reasons());
    reasons.keySet().removeAll(compose.faults(ours()).keySet());

    assertThat(reasons).isEmpty();
  }

  @Test
  void the_reference_is_up_to_date() throws IOException {
    Path file = Path.of("../docs/commands.md");
    String text = new CommandReference(GLOBALS, COMMANDS, compose).text();
    if (WRITE) {
      Files.writeString(file, text);
    }

    assertThat(text)
        .as("%s is stale: run with -Dfermata.golden=write", file)
        .isEqualTo(Files.readString(file));
  }

  /** A flag of every command may stand behind each. */
  private static Map<String, List<Flag<?>>> ours() {
    var ours = new HashMap<String, List<Flag<?>>>();
    ours.put(ComposeCommands.EVERY, GLOBALS);
    for (String name : COMMANDS.names()) {
      var flags = new ArrayList<>(COMMANDS.command(name).flags());
      flags.addAll(GLOBALS);
      ours.put(name, flags);
    }
    return ours;
  }
}
