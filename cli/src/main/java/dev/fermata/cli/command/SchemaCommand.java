package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.text.SchemaJson;
import java.util.List;

/** Prints the JSON Schema of compose files, for editors; touches nothing. */
final class SchemaCommand implements Command {

  @Override
  public String summary() {
    return "Print a JSON Schema of compose files, for editors";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("schema > compose.schema.json", "Keep the schema where an editor finds it"),
        new Example("schema | jq .properties", "Look at the top level of a compose file"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of();
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public Call read(Arguments given) {
    return session -> {
      session.out().print(SchemaJson.text());
      return Ending.SUCCEEDED;
    };
  }
}
