package dev.fermata.cli.command.read;

import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The containers of a project that a command looks at: one call, by labels. */
record SeenContainers(Target target, List<ObservedContainer> all, Set<ServiceName> services) {

  /** Fails where a service is named that does not exist. */
  static SeenContainers of(Session session, List<String> services) {
    Target target = new Projects(session).seen(services);
    List<ObservedContainer> all =
        session.engine().containers().list(ContainerQuery.of(target.name(), Reach.ALL));
    return new SeenContainers(target, all, KnownServices.of(target, services, all));
  }

  /** The same a while later. */
  SeenContainers again(Session session) {
    return new SeenContainers(
        target,
        session.engine().containers().list(ContainerQuery.of(target.name(), Reach.ALL)),
        services);
  }

  /** Those of the named services, or all; by name. */
  List<ObservedContainer> chosen() {
    return all.stream()
        .filter(it -> services.isEmpty() || services.contains(it.service()))
        .sorted(Comparator.comparing(ObservedContainer::name))
        .toList();
  }

  List<ObservedContainer> chosen(Predicate<ObservedContainer> wanted) {
    return chosen().stream().filter(wanted).toList();
  }

  /** Tells whoever reads an empty table that the project itself is not there. */
  void noteAbsence(Session session) {
    if (all.isEmpty()) {
      session
          .err()
          .println(
              "note: project `"
                  + target.name()
                  + "` has no containers; `ls --all` lists the projects that have");
    }
  }
}
