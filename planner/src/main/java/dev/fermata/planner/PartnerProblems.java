package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
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
      return Optional.of(missing(service, partner, attribute));
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

  private static Problem missing(ServiceName service, ServiceName partner, String attribute) {
    return new Problem(
        "%s; service `%s` names it in `%s`"
            .formatted(
                ComposeSentences.cannotShare(shared(attribute), partner), service, attribute),
        "bring `%s` up with it, with at least one replica".formatted(partner));
  }

  /** Docker Compose's word for what an attribute shares. */
  private static String shared(String attribute) {
    return switch (attribute) {
      case "network_mode" -> "network namespace";
      case "ipc" -> "IPC namespace";
      case "pid" -> "PID namespace";
      default -> "volume";
    };
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
        || scene.inventory().replicas(partner).stream().anyMatch(Stops::areNeeded);
  }
}
