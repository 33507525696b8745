package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Stops of containers that give way: each at most once, after those that have to give way first.
 */
final class StopSteps {
  private final UpScene scene;
  private final StepList steps;
  private final Map<ServiceName, ServiceFate> fates;
  private final Set<String> drifted;
  private final Releases releases;
  private final Map<String, Integer> stopped = new HashMap<>();

  StopSteps(
      UpScene scene,
      StepList steps,
      Map<ServiceName, ServiceFate> fates,
      Set<String> drifted,
      Releases releases) {
    this.releases = releases;
    this.scene = scene;
    this.steps = steps;
    this.fates = fates;
    this.drifted = drifted;
  }

  static boolean isStoppable(ObservedContainer container) {
    return container.state().mayRun();
  }

  /** The step that stops a container, if one was made already. */
  Optional<Integer> made(ObservedContainer container) {
    return Optional.ofNullable(stopped.get(container.id()));
  }

  /** Stops a container if it runs, and before it all that has to give way with its service. */
  SortedSet<Integer> stop(ServiceFate fate, Fate.Lasting of, Set<Integer> after) {
    ObservedContainer container = of.there().orElseThrow();
    if (!isStoppable(container)) {
      return new TreeSet<>(after);
    }
    Optional<Integer> made = made(container);
    if (made.isPresent()) {
      return new TreeSet<>(Set.of(made.get()));
    }
    SortedSet<Integer> before = stopDependants(fate.service().name(), after);
    before.addAll(after);
    Action action = new Action.StopContainer(fate.ref(container), fate.service().name(), timeout());
    int step =
        switch (of) {
          case Fate.Recreate r -> steps.add(action, r.reason(), before, r.name());
          case Fate.RemoveFirst r -> steps.add(action, r.reason(), before);
          case Fate.Restart r -> steps.add(action, r.reason(), before);
          case Fate.Create c -> throw notThere();
          case Fate.Keep k -> throw notThere();
          case Fate.Start s -> throw notThere();
        };
    stopped.put(container.id(), step);
    releases.stopped(container, step);
    return new TreeSet<>(Set.of(step));
  }

  private static IllegalStateException notThere() {
    return new IllegalStateException("this is a bug: a container that stays is to be stopped");
  }

  private SortedSet<Integer> stopDependants(ServiceName service, Set<Integer> after) {
    SortedSet<Integer> made = new TreeSet<>();
    for (ServiceGraph.Edge edge : scene.graph().dependants(service)) {
      ServiceFate dependant = fates.get(edge.dependant());
      if (dependant != null) {
        made.addAll(stopAhead(dependant, after));
      }
    }
    return made;
  }

  private SortedSet<Integer> stopAhead(ServiceFate fate, Set<Integer> after) {
    SortedSet<Integer> made = new TreeSet<>();
    for (Fate of : fate.fates()) {
      if (of instanceof Fate.Lasting lasting
          && givesWayFirst(lasting)
          && isStoppable(lasting.there().orElseThrow())) {
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

  private Optional<Duration> timeout() {
    return scene.options().recreation().stopTimeout();
  }
}
