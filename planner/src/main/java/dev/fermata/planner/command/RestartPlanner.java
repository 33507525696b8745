package dev.fermata.planner.command;

import dev.fermata.model.Dependency;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.conflict.PausedContainers;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.hook.PreStop;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.PlanResult.Refused;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.RestartOptions;
import dev.fermata.planner.request.RestartOptions.Followers;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.stop.OrderlyStops;
import dev.fermata.planner.stop.Stops;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The plan of {@code restart}. What is going to be refused is refused before anything is stopped;
 * where a start is held back nevertheless, what ran is started again as it was.
 */
public final class RestartPlanner {
  private final ExistingContainers existing;
  private final RestartOptions options;
  private final StepList steps;

  public RestartPlanner(ExistingContainers existing, RestartOptions options) {
    this.existing = existing;
    this.options = options;
    this.steps = new StepList(existing.name(), fact -> false);
  }

  public PlanResult plan() {
    Map<ObservedContainer, Reason> restarting = restarting();
    List<Problem> problems = problems(restarting);
    return problems.isEmpty() ? plan(restarting) : new Refused(problems);
  }

  private PlanResult plan(Map<ObservedContainer, Reason> restarting) {
    var waits =
        new UpOptions.Starting(UpOptions.Start.STARTED, options.gates(), UpOptions.Waiting.USUAL);
    var gates = new GateSteps(steps, existing.graph(), waits);
    var starts = new StartSteps(existing, steps, gates, restarting, ExistingInit.NONE);
    Set<Fact> judged = options.followers() == Followers.RESTART ? starts.judgeRunning() : Set.of();
    var stops =
        new OrderlyStops(
            steps,
            existing.graph(),
            new Stops(options.stopTimeout(), PreStop.of(existing.scope().project())));
    stops.add(List.copyOf(restarting.keySet()), new Reason.Asked("restart"), judged);
    starts.add(stops);
    new LeftBehind(existing.inventory(), steps).note(restarting.keySet(), restarting.keySet());
    return PausedContainers.checked(steps.plan(), existing.inventory().containers());
  }

  private Map<ObservedContainer, Reason> restarting() {
    Map<ServiceName, Reason> reasons = reasons();
    Map<ObservedContainer, Reason> restarting = new LinkedHashMap<>();
    for (ObservedContainer container :
        new Debris(existing).notedAndLeftOut(steps, reasons.keySet())) {
      Reason reason = reasons.get(container.service());
      if (reason != null && isRestarted(container, reason)) {
        restarting.put(container, reason);
      }
    }
    return restarting;
  }

  /** What does not run is started where the user asks for it, and not where it only follows. */
  private static boolean isRestarted(ObservedContainer container, Reason reason) {
    boolean asked = reason instanceof Reason.Asked;
    return Stops.areNeeded(container) || (asked && container.state().mayStart());
  }

  /** The services to restart, and why: those meant, and what follows them. */
  private Map<ServiceName, Reason> reasons() {
    Map<ServiceName, Reason> reasons = new HashMap<>();
    Deque<ServiceName> open = new ArrayDeque<>();
    for (ServiceName service : existing.services()) {
      reasons.put(service, new Reason.Asked("restart"));
      open.add(service);
    }
    while (!open.isEmpty() && options.followers() == Followers.RESTART) {
      ServiceName service = open.remove();
      for (ServiceGraph.Edge edge : existing.graph().dependants(service)) {
        follow(edge)
            .filter(reason -> reasons.putIfAbsent(edge.dependant(), reason) == null)
            .ifPresent(reason -> open.add(edge.dependant()));
      }
    }
    return reasons;
  }

  /** What asks for it follows, and what shares a namespace, which is a new one after a restart. */
  private Optional<Reason> follow(ServiceGraph.Edge edge) {
    Dependency dependency = edge.dependency();
    Optional<String> shared = Partners.namespace(dependency);
    boolean asks = dependency.restart() || shared.isPresent();
    if (!asks || !existing.scope().reaches(edge.dependant())) {
      return Optional.empty();
    }
    return Optional.of(new Reason.Follows(dependency.service(), shared.orElse("depends_on")));
  }

  /** The engine starts nothing in the namespace of a container that does not run. */
  private List<Problem> problems(Map<ObservedContainer, Reason> restarting) {
    List<Problem> problems = new ArrayList<>(StartSteps.problems(existing, restarting.keySet()));
    SortedSet<ServiceName> services = new TreeSet<>();
    restarting.keySet().forEach(container -> services.add(container.service()));
    for (ServiceName service : services) {
      for (Dependency dependency : existing.graph().dependencies(service)) {
        Partners.namespace(dependency)
            .filter(shared -> !services.contains(dependency.service()))
            .filter(shared -> !runs(dependency.service()))
            .ifPresent(shared -> problems.add(problem(service, dependency.service(), shared)));
      }
    }
    return problems;
  }

  private boolean runs(ServiceName service) {
    return existing.inventory().replicas(service).stream().anyMatch(Stops::areNeeded);
  }

  private static Problem problem(ServiceName service, ServiceName partner, String attribute) {
    return new Problem(
        "`%s` cannot be restarted: it shares the container of `%s` (`%s`), which does not run"
            .formatted(service, partner, attribute),
        "`up %s` makes or starts it".formatted(partner));
  }
}
