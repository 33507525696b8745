package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stops of containers that give way: each at most once, after those that have to give way first.
 */
final class StopSteps {
  private final UpScene scene;
  private final StepList steps;
  private final Stops stops;
  private final Map<ServiceName, ServiceFate> fates;
  private final Set<String> drifted;
  private final Set<String> stopped = new HashSet<>();

  StopSteps(
      UpScene scene,
      StepList steps,
      Stops stops,
      Map<ServiceName, ServiceFate> fates,
      Set<String> drifted) {
    this.scene = scene;
    this.steps = steps;
    this.stops = stops;
    this.fates = fates;
    this.drifted = drifted;
  }

  /** Whether a container is to be stopped already. */
  boolean stops(ObservedContainer container) {
    return stopped.contains(container.id());
  }

  /**
   * Stops a container if it runs, and before it all that has to give way with its service. Answers
   * with what has to be so before anything is done to it.
   */
  List<Fact> stop(ServiceFate fate, Fate.Lasting of, Collection<Fact> after) {
    ObservedContainer container = of.there().orElseThrow();
    if (!Stops.areNeeded(container)) {
      return List.copyOf(after);
    }
    if (stopped.add(container.id())) {
      Draft stop =
          draft(fate, of, container)
              .requiring(stopDependants(fate.service().name(), after))
              .requiring(after)
              .providing(Fact.portsFree(container));
      steps.add(stop);
    }
    return List.of(Fact.stopped(container));
  }

  private Draft draft(ServiceFate fate, Fate.Lasting of, ObservedContainer container) {
    return switch (of) {
      case Fate.Recreate r -> stops.of(fate, container, r.reason()).in(r.name());
      case Fate.RemoveFirst r -> stops.of(fate, container, r.reason());
      case Fate.Restart r -> stops.of(fate, container, r.reason());
      case Fate.Create c -> throw notThere();
      case Fate.Keep k -> throw notThere();
      case Fate.Start s -> throw notThere();
    };
  }

  private static IllegalStateException notThere() {
    return new IllegalStateException("this is a bug: a container that stays is to be stopped");
  }

  private List<Fact> stopDependants(ServiceName service, Collection<Fact> after) {
    List<Fact> made = new ArrayList<>();
    for (ServiceGraph.Edge edge : scene.graph().dependants(service)) {
      ServiceFate dependant = fates.get(edge.dependant());
      if (dependant != null) {
        made.addAll(stopAhead(dependant, after));
      }
    }
    return made;
  }

  private List<Fact> stopAhead(ServiceFate fate, Collection<Fact> after) {
    List<Fact> made = new ArrayList<>();
    for (Fate of : fate.fates()) {
      if (of instanceof Fate.Lasting lasting
          && givesWayFirst(lasting)
          && Stops.areNeeded(lasting.there().orElseThrow())) {
        made.addAll(stop(fate, lasting, after));
      }
    }
    return made;
  }

  /** Whether a container goes down because of what it depends on, hence before that. */
  private boolean givesWayFirst(Fate.Lasting fate) {
    return switch (fate) {
      case Fate.Restart restart -> true;
      case Fate.RemoveFirst goes -> true;
      case Fate.Recreate recreate ->
          recreate.reason() instanceof Reason.Follows
              || recreate.container().networks().keySet().stream().anyMatch(drifted::contains);
      case Fate.Create create -> false;
      case Fate.Keep keep -> false;
      case Fate.Start start -> false;
    };
  }
}
