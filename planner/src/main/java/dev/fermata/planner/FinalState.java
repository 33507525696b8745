package dev.fermata.planner;

import dev.fermata.model.Service;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is there once the plan is carried out: the services of the plan, and beside them containers
 * that it does not touch. A job that ends makes room for others, so it stands in nobody's way.
 */
record FinalState(UpScene scene, Collection<ServiceFate> fates, List<ObservedContainer> untouched) {

  static FinalState of(
      UpScene scene, Collection<ServiceFate> fates, Predicate<ObservedContainer> removed) {
    Set<String> planned =
        fates.stream()
            .flatMap(fate -> fate.fates().stream())
            .flatMap(fate -> fate.there().stream())
            .map(ObservedContainer::id)
            .collect(Collectors.toSet());
    List<ObservedContainer> untouched =
        Stream.concat(
                scene.inventory().containers().stream().filter(removed.negate()),
                scene.inventory().neighbours().stream())
            .filter(container -> !planned.contains(container.id()))
            .filter(container -> !container.state().equals(ContainerState.REMOVING))
            .toList();
    return new FinalState(scene, fates, untouched);
  }

  /** The services that are to run and go on running; none where nothing is started. */
  List<ServiceFate> running() {
    if (scene.options().starting().start() != UpOptions.Start.STARTED) {
      return List.of();
    }
    Jobs jobs = Jobs.of(scene.graph());
    return fates.stream()
        .filter(fate -> !jobs.services().contains(fate.service().name()))
        .filter(this::isAsInTheFiles)
        .toList();
  }

  /** What is not to be made anew may be something else than the files say. */
  private boolean isAsInTheFiles(ServiceFate fate) {
    return fate.creates() || scene.policy(fate.service().name()) != UpOptions.Recreate.NEVER;
  }

  /** How many containers of a service run in the end. */
  static int count(ServiceFate fate) {
    return (int) fate.fates().stream().filter(FinalState::runs).count();
  }

  static boolean runs(Fate fate) {
    return fate instanceof Fate.Starting
        || (fate instanceof Fate.Keep keep && Stops.areNeeded(keep.container()));
  }

  /** How to call a container that is in the way. */
  String named(ObservedContainer container) {
    return "the container `%s` of %s".formatted(container.name(), owner(container));
  }

  String owner(ObservedContainer container) {
    if (scene.isOurs(container.labels())) {
      return "service `" + container.service() + "`";
    }
    return container
        .label(Labels.PROJECT)
        .map(project -> "project `" + project + "`")
        .orElse("no project");
  }

  /** Whether no service of the project has this container. */
  boolean isOrphan(ObservedContainer container) {
    return scene.isOurs(container.labels())
        && !scene.project().services().containsKey(container.service())
        && !scene.project().disabled().containsKey(container.service());
  }

  String removal(ObservedContainer container) {
    return isOrphan(container)
        ? "`--remove-orphans` removes it"
        : "docker rm -f " + container.name();
  }

  static String wanting(Service service, int count) {
    return "`%s` is to have %d containers".formatted(service.name(), count);
  }
}
