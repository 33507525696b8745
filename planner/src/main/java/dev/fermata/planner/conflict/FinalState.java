package dev.fermata.planner.conflict;

import dev.fermata.model.Service;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.graph.Jobs;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.stop.Stops;
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
public record FinalState(
    UpInput input, Collection<ServiceDecision> decisions, List<ObservedContainer> untouched) {

  public static FinalState of(
      UpInput input, Collection<ServiceDecision> decisions, Predicate<ObservedContainer> removed) {
    Set<String> planned =
        decisions.stream()
            .flatMap(decision -> decision.decisions().stream())
            .flatMap(decision -> decision.there().stream())
            .map(ObservedContainer::id)
            .collect(Collectors.toSet());
    List<ObservedContainer> untouched =
        Stream.concat(
                input.inventory().containers().stream().filter(removed.negate()),
                input.inventory().neighbours().stream())
            .filter(container -> !planned.contains(container.id()))
            .filter(container -> !container.state().equals(ContainerState.REMOVING))
            .toList();
    return new FinalState(input, decisions, untouched);
  }

  /** The services that are to run and go on running; none where nothing is started. */
  List<ServiceDecision> running() {
    if (input.options().starting().start() != UpOptions.Start.STARTED) {
      return List.of();
    }
    Jobs jobs = Jobs.of(input.graph());
    return decisions.stream()
        .filter(decision -> !jobs.services().contains(decision.service().name()))
        .filter(this::isAsInTheFiles)
        .toList();
  }

  /** What is not to be made anew may be something else than the files say. */
  private boolean isAsInTheFiles(ServiceDecision decision) {
    return decision.creates()
        || input.policy(decision.service().name()) != UpOptions.Recreate.NEVER;
  }

  /** How many containers of a service run in the end. */
  static int count(ServiceDecision decision) {
    return (int) decision.decisions().stream().filter(FinalState::runs).count();
  }

  static boolean runs(Decision decision) {
    return decision instanceof Decision.Starting
        || (decision instanceof Decision.Keep keep && Stops.areNeeded(keep.container()));
  }

  /** How to call a container that is in the way. */
  String named(ObservedContainer container) {
    return "the container `%s` of %s".formatted(container.name(), owner(container));
  }

  String owner(ObservedContainer container) {
    if (input.isOurs(container.labels())) {
      return "service `" + container.service() + "`";
    }
    return container
        .label(Labels.PROJECT)
        .map(project -> "project `" + project + "`")
        .orElse("no project");
  }

  /** Whether no service of the project has this container. */
  boolean isOrphan(ObservedContainer container) {
    return input.isOurs(container.labels())
        && !input.project().services().containsKey(container.service())
        && !input.project().disabled().containsKey(container.service());
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
