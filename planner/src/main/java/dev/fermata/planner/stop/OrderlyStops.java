package dev.fermata.planner.stop;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stops of containers, those of dependants before those of what they depend on. */
public final class OrderlyStops {
  private final StepList steps;
  private final ServiceGraph graph;
  private final Stops stops;
  private final Map<ServiceName, Draft> others;
  private final Map<ServiceName, List<ObservedContainer>> containers = new HashMap<>();
  private final Map<ServiceName, Set<Fact>> quiet = new HashMap<>();
  private final Set<String> stopped = new HashSet<>();

  public OrderlyStops(StepList steps, ServiceGraph graph, Stops stops) {
    this(steps, graph, stops, Map.of());
  }

  /** {@code others} stop services that have no containers, each with a fact of its own. */
  public OrderlyStops(
      StepList steps, ServiceGraph graph, Stops stops, Map<ServiceName, Draft> others) {
    this.others = Map.copyOf(others);
    this.steps = steps;
    this.graph = graph;
    this.stops = stops;
  }

  /** {@code first} has to be so before anything is stopped. */
  public void add(List<ObservedContainer> toStop, Reason reason, Collection<Fact> first) {
    for (ObservedContainer container : toStop) {
      if (Stops.areNeeded(container)) {
        containers.computeIfAbsent(container.service(), n -> new ArrayList<>()).add(container);
        stopped.add(container.id());
      }
    }
    List<ServiceName> dependantsFirst = new ArrayList<>(graph.order());
    Collections.reverse(dependantsFirst);
    dependantsFirst.forEach(service -> stop(service, reason, first));
  }

  private void stop(ServiceName service, Reason reason, Collection<Fact> first) {
    Set<Fact> before = new LinkedHashSet<>(first);
    for (ServiceGraph.Edge edge : graph.dependants(service)) {
      before.addAll(quiet.getOrDefault(edge.dependant(), Set.of()));
    }
    Set<Fact> own = new LinkedHashSet<>();
    for (ObservedContainer container : containers.getOrDefault(service, List.of())) {
      stops.add(steps, container, stops.of(container, reason).requiring(before));
      own.add(Fact.stopped(container));
    }
    Draft other = others.get(service);
    if (other != null) {
      steps.add(other.requiring(before));
      own.addAll(other.provides());
    }
    quiet.put(service, own.isEmpty() ? before : own);
  }

  /** Stops one more, which nothing else has to be stopped for. */
  public List<Fact> add(ObservedContainer container, Reason reason, List<Fact> first) {
    stopped.add(container.id());
    stops.add(steps, container, stops.of(container, reason).requiring(first));
    return of(container);
  }

  /** What a container has to wait for that is stopped here. */
  public List<Fact> of(ObservedContainer container) {
    return stopped.contains(container.id()) ? List.of(Fact.stopped(container)) : List.of();
  }
}
