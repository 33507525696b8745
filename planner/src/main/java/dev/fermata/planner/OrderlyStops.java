package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Stops of containers, those of dependants before those of what they depend on. */
final class OrderlyStops {
  private final StepList steps;
  private final ServiceGraph graph;
  private final Optional<Duration> timeout;
  private final Map<ServiceName, List<ObservedContainer>> containers = new HashMap<>();
  private final Map<ServiceName, SortedSet<Integer>> quiet = new HashMap<>();
  private final Map<String, Integer> made = new HashMap<>();

  OrderlyStops(StepList steps, ServiceGraph graph, Optional<Duration> timeout) {
    this.steps = steps;
    this.graph = graph;
    this.timeout = timeout;
  }

  /** {@code first} are steps that have to be done before anything is stopped. */
  void add(List<ObservedContainer> toStop, Reason reason, SortedSet<Integer> first) {
    for (ObservedContainer container : toStop) {
      if (StopSteps.isStoppable(container)) {
        containers.computeIfAbsent(container.service(), n -> new ArrayList<>()).add(container);
      }
    }
    List<ServiceName> dependantsFirst = new ArrayList<>(graph.order());
    Collections.reverse(dependantsFirst);
    dependantsFirst.forEach(service -> stop(service, reason, first));
  }

  private void stop(ServiceName service, Reason reason, SortedSet<Integer> first) {
    SortedSet<Integer> before = new TreeSet<>(first);
    for (ServiceGraph.Edge edge : graph.dependants(service)) {
      before.addAll(quiet.getOrDefault(edge.dependant(), new TreeSet<>()));
    }
    SortedSet<Integer> own = new TreeSet<>();
    for (ObservedContainer container : containers.getOrDefault(service, List.of())) {
      var action = new Action.StopContainer(container.ref(), service, timeout);
      int step = steps.add(action, reason, before);
      made.put(container.id(), step);
      own.add(step);
    }
    quiet.put(service, own.isEmpty() ? before : own);
  }

  /** The step that stops a container, if it has to be stopped. */
  SortedSet<Integer> of(ObservedContainer container) {
    SortedSet<Integer> step = new TreeSet<>();
    Optional.ofNullable(made.get(container.id())).ifPresent(id -> step.add(id));
    return step;
  }
}
