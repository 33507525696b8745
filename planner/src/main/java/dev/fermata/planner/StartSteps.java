package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Starts of containers that are there, dependencies first, each when what it waits for is ready. A
 * gate is judged by what this command starts and what runs: what neither runs nor is started holds
 * nobody back.
 */
final class StartSteps {
  private final Existing existing;
  private final StepList steps;
  private final GateSteps gates;
  private final Map<ObservedContainer, Reason> starting;

  /**
   * {@code starting} says which containers are started, and why; one that runs and follows another
   * is stopped when that is there.
   */
  StartSteps(
      Existing existing, StepList steps, GateSteps gates, Map<ObservedContainer, Reason> starting) {
    this.existing = existing;
    this.steps = steps;
    this.gates = gates;
    this.starting = starting;
    starting.keySet().stream().map(ObservedContainer::service).distinct().forEach(gates::expect);
  }

  /** The gates on what runs and is not started here: they can be judged before anything changes. */
  SortedSet<Integer> judgeRunning() {
    SortedSet<Integer> judged = new TreeSet<>();
    for (ServiceName service : existing.graph().order()) {
      if (!isStarted(service)) {
        open(service, new TreeSet<>());
      }
    }
    starting.keySet().forEach(container -> judged.addAll(gates.before(container.service())));
    return judged;
  }

  /** {@code stops} are those that the starts make good, if any. */
  void add(OrderlyStops stops) {
    for (ServiceName service : existing.graph().order()) {
      if (isStarted(service)) {
        SortedSet<Integer> starts = new TreeSet<>();
        for (ObservedContainer container : existing.inventory().replicas(service)) {
          Reason reason = starting.get(container);
          if (reason != null) {
            starts.add(start(container, reason, stops));
          }
        }
        open(service, starts);
      }
    }
  }

  private boolean isStarted(ServiceName service) {
    return existing.inventory().replicas(service).stream().anyMatch(starting::containsKey);
  }

  private int start(ObservedContainer container, Reason reason, OrderlyStops stops) {
    SortedSet<Integer> stopped = stops.of(container);
    SortedSet<Integer> ready = new TreeSet<>(gates.before(container.service()));
    if (stopped.isEmpty() && reason instanceof Reason.Follows) {
      var stop = new Action.StopContainer(container.ref(), container.service(), Optional.empty());
      stopped.add(steps.add(stop, reason, ready));
    }
    ready.addAll(stopped);
    ready.addAll(inject(container, reason));
    var action = new Action.StartContainer(container.ref(), container.service());
    List<Undo> again = stopped.stream().map(stop -> new Undo(stop, action)).toList();
    int start = steps.add(action, reason, ready);
    steps.otherwise(start, again);
    return start;
  }

  private void open(ServiceName service, SortedSet<Integer> starts) {
    List<ContainerRef> judged =
        existing.inventory().replicas(service).stream()
            .filter(c -> starting.containsKey(c) || StopSteps.isStoppable(c))
            .map(ObservedContainer::ref)
            .toList();
    gates.open(new GateSteps.Opening(service, existing.health(service), judged, starts));
  }

  /** A container that never ran may lack the files that its service is given. */
  private Set<Integer> inject(ObservedContainer container, Reason reason) {
    Optional<Project> project = existing.scope().project();
    Optional<Service> service = existing.service(container.service());
    if (!container.state().equals(ContainerState.CREATED) || service.isEmpty()) {
      return Set.of();
    }
    if (!Grants.haveContent(project.orElseThrow(), service.get())) {
      return Set.of();
    }
    var action = new Action.InjectFiles(container.ref(), project.orElseThrow(), service.get());
    return Set.of(steps.add(action, reason, Set.of()));
  }
}
