package dev.fermata.planner.stop;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stops of containers that give way: each at most once, after those that have to give way first.
 */
public final class StopSteps {
  private final UpInput input;
  private final StepList steps;
  private final Stops stops;
  private final Map<ServiceName, ServiceDecision> decisions;
  private final Set<String> drifted;
  private final Set<String> stopped = new HashSet<>();

  public StopSteps(
      UpInput input,
      StepList steps,
      Stops stops,
      Map<ServiceName, ServiceDecision> decisions,
      Set<String> drifted) {
    this.input = input;
    this.steps = steps;
    this.stops = stops;
    this.decisions = decisions;
    this.drifted = drifted;
  }

  /** Whether a container is to be stopped already. */
  public boolean stops(ObservedContainer container) {
    return stopped.contains(container.id());
  }

  /**
   * Stops a container if it runs, and before it all that has to give way with its service. Answers
   * with what has to be so before anything is done to it.
   */
  public List<Fact> stop(ServiceDecision decision, Decision.Lasting of, Collection<Fact> after) {
    ObservedContainer container = of.there().orElseThrow();
    if (!Stops.areNeeded(container)) {
      return List.copyOf(after);
    }
    if (stopped.add(container.id())) {
      Draft stop =
          draft(decision, of, container)
              .requiring(stopDependants(decision.service().name(), after))
              .requiring(after)
              .providing(Fact.portsFree(container));
      stops.add(steps, container, stop);
    }
    return List.of(Fact.stopped(container));
  }

  private Draft draft(ServiceDecision decision, Decision.Lasting of, ObservedContainer container) {
    return switch (of) {
      case Decision.Recreate r -> stops.of(decision, container, r.reason()).in(r.name());
      case Decision.RemoveFirst r -> stops.of(decision, container, r.reason());
      case Decision.Restart r -> stops.of(decision, container, r.reason());
      case Decision.Create c -> throw notThere();
      case Decision.Keep k -> throw notThere();
      case Decision.Start s -> throw notThere();
    };
  }

  private static IllegalStateException notThere() {
    return new IllegalStateException("a bug: a container that stays is to be stopped");
  }

  private List<Fact> stopDependants(ServiceName service, Collection<Fact> after) {
    List<Fact> made = new ArrayList<>();
    for (ServiceGraph.Edge edge : input.graph().dependants(service)) {
      ServiceDecision dependant = decisions.get(edge.dependant());
      if (dependant != null) {
        made.addAll(stopAhead(dependant, after));
      }
    }
    return made;
  }

  private List<Fact> stopAhead(ServiceDecision decision, Collection<Fact> after) {
    List<Fact> made = new ArrayList<>();
    for (Decision of : decision.decisions()) {
      if (of instanceof Decision.Lasting lasting
          && givesWayFirst(lasting)
          && Stops.areNeeded(lasting.there().orElseThrow())) {
        made.addAll(stop(decision, lasting, after));
      }
    }
    return made;
  }

  /** Whether a container goes down because of what it depends on, hence before that. */
  private boolean givesWayFirst(Decision.Lasting decision) {
    return switch (decision) {
      case Decision.Restart restart -> true;
      case Decision.RemoveFirst goes -> true;
      case Decision.Recreate recreate ->
          recreate.reason() instanceof Reason.Follows
              || recreate.container().networks().keySet().stream().anyMatch(drifted::contains);
      case Decision.Create create -> false;
      case Decision.Keep keep -> false;
      case Decision.Start start -> false;
    };
  }
}
