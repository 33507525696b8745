package dev.fermata.cli.command;

import dev.fermata.cli.text.SchemaJson;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Prints the JSON Schema of compose files, for editors; touches nothing. */
final class SchemaCommand implements Command {

  @Override
  public String summary() {
    return "Print a JSON Schema of compose files, for editors";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of();
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public Ending run(Session session) {
    session.out().print(SchemaJson.text());
    return Ending.SUCCEEDED;
  }
}
