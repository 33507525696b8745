package dev.fermata.planner.conflict;

import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.stop.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services whose containers cannot be made or started, since what they share with another service
 * is not there and does not come with this command either ({@code --no-deps}, a scale of 0).
 */
public final class PartnerProblems {
  private final UpInput input;
  private final Map<ServiceName, ServiceDecision> decisions;

  public PartnerProblems(UpInput input, Map<ServiceName, ServiceDecision> decisions) {
    this.input = input;
    this.decisions = decisions;
  }

  public List<Problem> all() {
    List<Problem> problems = new ArrayList<>();
    for (ServiceDecision decision : decisions.values()) {
      Partners.of(decision.service())
          .forEach((partner, attribute) -> {
            if (decision.starts() || isLost(partner)) {
              problem(decision.service().name(), partner, attribute).ifPresent(problems::add);
            }
          });
    }
    return problems;
  }

  /**
   * Left out of this command, and gone: who shares with it cannot be brought up as the file says.
   */
  private boolean isLost(ServiceName partner) {
    return !decisions.containsKey(partner) && !hasContainer(partner);
  }

  private Optional<Problem> problem(ServiceName service, ServiceName partner, String attribute) {
    if (!hasContainer(partner)) {
      return Optional.of(missing(service, partner, attribute));
    }
    boolean starts = input.options().starting().start() == Start.STARTED;
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
    ServiceDecision decision = decisions.get(partner);
    return decision == null
        ? !input.inventory().replicas(partner).isEmpty()
        : !decision.containers().isEmpty();
  }

  /** What is part of this command runs by then, or its own failure is told. */
  private boolean runs(ServiceName partner) {
    return decisions.containsKey(partner)
        || input.inventory().replicas(partner).stream().anyMatch(Stops::areNeeded);
  }
}
