package dev.fermata.cli.command.read;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.Endpoint;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.util.List;
import java.util.Set;

/** All that is published of a project, or of a service. */
public final class Endpoints {
  private Endpoints() {}

  static Ending print(Session session, List<String> services, String format) {
    Target target = new Projects(session).seen(services);
    List<ObservedContainer> running = running(session, target.name());
    Set<ServiceName> known = KnownServices.of(target, services, running);
    List<Endpoint> endpoints =
        Endpoint.of(
            running.stream()
                .filter(container -> known.isEmpty() || known.contains(container.service()))
                .toList());
    switch (format) {
      case "json" -> endpoints.forEach(endpoint -> session.out().println(endpoint.json()));
      case "env" ->
          Endpoint.variables(endpoints)
              .forEach((name, value) -> session.out().println(name + "=" + value));
      default -> Endpoint.table(endpoints).forEach(session.out()::println);
    }
    return Ending.SUCCEEDED;
  }

  /** For a reader; nothing where nothing is published. */
  public static void show(Session session, ProjectName project) {
    List<Endpoint> endpoints = Endpoint.of(running(session, project));
    if (!endpoints.isEmpty()) {
      Endpoint.table(endpoints).forEach(session.out()::println);
    }
  }

  private static List<ObservedContainer> running(Session session, ProjectName project) {
    return session.engine().containers().list(ContainerQuery.of(project, Reach.RUNNING)).stream()
        .filter(container -> !container.oneOff())
        .toList();
  }
}
