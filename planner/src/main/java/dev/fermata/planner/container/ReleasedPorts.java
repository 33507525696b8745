package dev.fermata.planner.container;

import dev.fermata.planner.conflict.HostPort;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ports of containers that go, if only for their successors. */
public record ReleasedPorts(List<Held> held) {

  record Held(HostPort port, ObservedContainer by) {}

  public ReleasedPorts {
    held = List.copyOf(held);
  }

  /** Those of the decisions, and of the containers {@code removed} beside. */
  public static ReleasedPorts of(
      UpInput input, Collection<ServiceDecision> decisions, Predicate<ObservedContainer> removed) {
    Stream<ObservedContainer> going =
        decisions.stream()
            .flatMap(decision -> decision.decisions().stream())
            .filter(ReleasedPorts::goes)
            .flatMap(decision -> decision.there().stream());
    List<Held> held = new ArrayList<>();
    Stream.concat(going, input.inventory().containers().stream().filter(removed))
        .forEach(container ->
            HostPort.heldBy(container).forEach(port -> held.add(new Held(port, container))));
    return new ReleasedPorts(held);
  }

  private static boolean goes(Decision decision) {
    return switch (decision) {
      case Decision.Recreate recreate -> true;
      case Decision.RemoveFirst first -> true;
      case Decision.Remove remove -> true;
      case Decision.Restart restart -> false;
      case Decision.Create create -> false;
      case Decision.Keep keep -> false;
      case Decision.Start start -> false;
    };
  }

  /** What has to be so before somebody may have these ports. */
  List<Fact> free(Collection<HostPort> wanted) {
    return held.stream()
        .filter(it -> wanted.stream().anyMatch(it.port()::collides))
        .map(it -> Fact.portsFree(it.by()))
        .distinct()
        .toList();
  }
}
