package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.text.Version;
import java.util.List;

/** Says which version this is; touches nothing. */
final class VersionCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("pretty", "json"), "FORMAT", "pretty or json", "-f", "--format");
  private static final Flag<Boolean> SHORT = Flag.off("Only the number", "--short");

  @Override
  public String summary() {
    return "Show the version";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("version", "The version, in a sentence"),
        new Example("version --short", "Its number alone, for scripts"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, SHORT);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public Call read(Arguments given) {
    String pretty =
        given.get(FORMAT).equals("json")
            ? "{\"version\":\"v" + Version.NUMBER + "\"}"
            : "Fermata version v" + Version.NUMBER;
    String line = given.has(SHORT) ? Version.NUMBER : pretty;
    return session -> {
      session.out().println(line);
      return Ending.SUCCEEDED;
    };
  }
}
