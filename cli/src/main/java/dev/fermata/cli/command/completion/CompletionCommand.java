package dev.fermata.cli.command.completion;

import dev.fermata.cli.completion.Shell;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the script that lets a shell complete lines. */
public final class CompletionCommand implements Command {

  @Override
  public String summary() {
    return "Print a script that completes commands in bash, zsh or fish";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "completion bash > /etc/bash_completion.d/fermata", "For every bash from now on"),
        new Example("completion fish | source", "For this fish alone"));
  }

  @Override
  public Operands operands() {
    return Operands.of("SHELL");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of();
  }

  @Override
  public Call read(Arguments given) {
    String name = given.operands().getFirst();
    return session -> {
      Shell shell = shell(name);
      if (session.isPlugin()) {
        return Ending.refused(
            "the docker client completes the words of its plugins by its own script",
            "this prints it:\n    docker completion " + shell.text());
      }
      session.out().print(shell.script(session.program()));
      return Ending.SUCCEEDED;
    };
  }

  private static Shell shell(String name) {
    for (Shell shell : Shell.values()) {
      if (shell.text().equals(name)) {
        return shell;
      }
    }
    String known = Arrays.stream(Shell.values()).map(Shell::text).collect(Collectors.joining(", "));
    throw new Misuse("there is completion for " + known + ", not for `" + name + "`");
  }
}
