package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.PlanException.Problem;
import dev.fermata.planner.UpOptions.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services whose containers cannot be made or started, since what they share with another service
 * is not there and does not come with this command either ({@code --no-deps}, a scale of 0).
 */
final class PartnerProblems {
  private final UpScene scene;
  private final Map<ServiceName, ServiceFate> fates;

  PartnerProblems(UpScene scene, Map<ServiceName, ServiceFate> fates) {
    this.scene = scene;
    this.fates = fates;
  }

  List<Problem> all() {
    List<Problem> problems = new ArrayList<>();
    for (ServiceFate fate : fates.values()) {
      if (fate.starts()) {
        Partners.of(fate.service())
            .forEach((partner, attribute) ->
                problem(fate.service().name(), partner, attribute).ifPresent(problems::add));
      }
    }
    return problems;
  }

  private Optional<Problem> problem(ServiceName service, ServiceName partner, String attribute) {
    if (!hasContainer(partner)) {
      return Optional.of(
          new Problem(
              "service `%s` shares the container of service `%s` (`%s`), which has none"
                  .formatted(service, partner, attribute),
              "bring `%s` up with it, with at least one replica".formatted(partner)));
    }
    boolean starts = scene.options().starting().start() == Start.STARTED;
    if (!starts || !Partners.isNamespace(attribute) || runs(partner)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            "service `%s` shares the container of service `%s` (`%s`), which does not run"
                .formatted(service, partner, attribute),
            "bring `%s` up with it".formatted(partner)));
  }

  private boolean hasContainer(ServiceName partner) {
    ServiceFate fate = fates.get(partner);
    return fate == null
        ? !scene.inventory().replicas(partner).isEmpty()
        : !fate.containers().isEmpty();
  }

  /** What is part of this command runs by then, or its own failure is told. */
  private boolean runs(ServiceName partner) {
    return fates.containsKey(partner)
        || scene.inventory().replicas(partner).stream().anyMatch(StopSteps::isStoppable);
  }
}
