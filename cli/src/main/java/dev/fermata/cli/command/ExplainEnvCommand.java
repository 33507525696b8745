package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.provenance.EnvironmentText;
import dev.fermata.cli.text.provenance.ProvenanceJson;
import dev.fermata.model.Project;
import dev.fermata.model.provenance.ContainerVariable;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Set;

/** Tells where the variables of a service's container come from. */
final class ExplainEnvCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("table", "json"), "FORMAT", "table or json", "--format");

  @Override
  public String summary() {
    return "Tell where each variable of a service's container comes from";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("explain env web", "Where each variable of `web` comes from"),
        new Example("explain env web --format json", "The same, for programs"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT);
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE");
  }

  @Override
  public Call read(Arguments given) {
    String format = given.get(FORMAT);
    String service = given.operands().getFirst();
    return session -> {
      session.out().print(text(session, service, format));
      return Ending.SUCCEEDED;
    };
  }

  private static String text(Session session, String service, String format) {
    Project project = new Projects(session).read(List.of(service), Set.of());
    List<ContainerVariable> variables = ContainerVariable.of(definition(project, service));
    return format.equals("json")
        ? ProvenanceJson.environment(variables)
        : EnvironmentText.of(service, variables);
  }

  private static Mapping definition(Project project, String service) {
    return project.services().entrySet().stream()
        .filter(entry -> entry.getKey().text().equals(service))
        .map(entry -> entry.getValue().definition().tree())
        .findFirst()
        .orElseThrow(
            () -> new Misuse("`explain env` takes one service by its name, not a pattern"));
  }
}
