package dev.fermata.cli.command;

import dev.fermata.cli.text.EnvironmentText;
import dev.fermata.cli.text.ProvenanceJson;
import dev.fermata.model.Project;
import dev.fermata.model.provenance.ContainerVariable;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Tells why something is as it is. So far: the variables of a service's container. */
final class ExplainCommand implements Command {

  @Override
  public String summary() {
    return "Tell where each variable of a service's container comes from";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(Flags.value("FORMAT", "table or json", "--format"));
  }

  @Override
  public String operands() {
    return "env SERVICE";
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    String format = given.oneOf("--format", List.of("table", "json"), "table");
    String service = service(given.positionals());
    Project project = new Projects(session).read(List.of(service), Set.of());
    List<ContainerVariable> variables = ContainerVariable.of(definition(project, service));
    session
        .out()
        .print(
            format.equals("json")
                ? ProvenanceJson.environment(variables)
                : EnvironmentText.of(service, variables));
    return Ending.SUCCEEDED;
  }

  private static String service(List<String> operands) {
    if (operands.isEmpty() || !operands.getFirst().equals("env")) {
      throw EarlyEnd.misused("`explain` explains one thing so far: `explain env SERVICE`");
    }
    if (operands.size() != 2) {
      throw EarlyEnd.misused("`explain env` takes one service");
    }
    return operands.get(1);
  }

  private static Mapping definition(Project project, String service) {
    return project.services().entrySet().stream()
        .filter(entry -> entry.getKey().text().equals(service))
        .map(entry -> entry.getValue().definition().tree())
        .findFirst()
        .orElseThrow(
            () -> EarlyEnd.misused("`explain env` takes one service by its name, not a pattern"));
  }
}
