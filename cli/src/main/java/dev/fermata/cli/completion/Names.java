package dev.fermata.cli.completion;

import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.planner.label.Labels;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names in files and engine that may be meant. Files with mistakes still tell what they can;
 * who has none, or no engine, is offered nothing.
 */
final class Names {
  /** Env files of services may be missing: nobody needs their variables here. */
  private static final Set<Variant> NAMES_ONLY =
      Set.of(Variant.NO_ENVIRONMENT_RESOLUTION, Variant.NO_CONSISTENCY, Variant.ALL_RESOURCES);

  private final Session session;

  Names(Session session) {
    this.session = session;
  }

  /** Of the files; where there are none, of what the engine has of a project that is named. */
  List<String> services() {
    List<Service> inFiles = project().map(Names::services).orElse(List.of());
    return inFiles.isEmpty()
        ? inEngine()
        : inFiles.stream().map(service -> service.name().text()).sorted().toList();
  }

  List<String> profiles() {
    return project().map(Names::services).orElse(List.of()).stream()
        .flatMap(service -> service.metadata().profiles().stream())
        .distinct()
        .sorted()
        .toList();
  }

  List<String> projects() {
    return labels(ContainerQuery.ofProjects(Reach.ALL), Labels.PROJECT);
  }

  private static List<Service> services(Project project) {
    var services = new ArrayList<>(project.services().values());
    services.addAll(project.disabled().values());
    return services;
  }

  /** Standard input is the shell's: a file that comes from there is not to be read. */
  private Optional<Project> project() {
    GlobalOptions globals = session.globals();
    return globals.files().contains("-")
        ? Optional.empty()
        : new Projects(session).load(List.of(), NAMES_ONLY).value();
  }

  private List<String> inEngine() {
    return session
        .globals()
        .projectName()
        .or(() -> session.invocation().variable("COMPOSE_PROJECT_NAME"))
        .filter(ProjectName::isValid)
        .map(name -> ContainerQuery.of(new ProjectName(name), Reach.ALL))
        .map(query -> labels(query, Labels.SERVICE))
        .orElse(List.of());
  }

  private List<String> labels(ContainerQuery query, String label) {
    try {
      return session.engine().containers().list(query).stream()
          .flatMap(container -> container.label(label).stream())
          .distinct()
          .sorted()
          .toList();
    } catch (EngineException e) {
      // Nothing can be offered; the command that is typed will say why.
      return List.of();
    }
  }
}
