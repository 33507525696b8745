package dev.fermata.planner.command;

import dev.fermata.model.Hook;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.address.AddressTurns;
import dev.fermata.planner.container.GrantedFiles;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.hook.PostStart;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Logins;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Draft.Reversal;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.resource.Namesakes;
import dev.fermata.planner.spec.ApiSocket;
import dev.fermata.planner.spec.Grants;
import dev.fermata.planner.stop.OrderlyStops;
import dev.fermata.planner.stop.Stops;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts of containers that are there, dependencies first, each when what it waits for is ready. A
 * gate is judged by what this command starts and what runs: what neither runs nor is started holds
 * nobody back.
 */
final class StartSteps {
  private final ExistingContainers existing;
  private final StepList steps;
  private final GateSteps gates;
  private final Map<ObservedContainer, Reason> starting;
  private final ExistingInit init;
  private final AddressTurns turns;

  /**
   * {@code starting} says which containers are started, and why; one that runs and follows another
   * is stopped when that is there.
   */
  StartSteps(
      ExistingContainers existing,
      StepList steps,
      GateSteps gates,
      Map<ObservedContainer, Reason> starting,
      ExistingInit init) {
    this.existing = existing;
    this.steps = steps;
    this.gates = gates;
    this.starting = starting;
    this.init = init;
    this.turns = new AddressTurns(existing.graph(), starting.keySet());
    starting.keySet().stream().map(ObservedContainer::service).distinct().forEach(gates::expect);
  }

  /** The gates on what runs and is not started here: they can be judged before anything changes. */
  Set<Fact> judgeRunning() {
    Set<Fact> judged = new LinkedHashSet<>();
    for (ServiceName service : existing.graph().order()) {
      if (!isStarted(service)) {
        open(service);
      }
    }
    starting.keySet().forEach(container -> judged.addAll(gates.before(container.service())));
    return judged;
  }

  /** {@code stops} are those that the starts make good, if any. */
  void add(OrderlyStops stops) {
    for (ServiceName service : existing.graph().order()) {
      if (isStarted(service)) {
        init.add(steps, service, gates.before(service));
        for (ObservedContainer container : existing.inventory().replicas(service)) {
          Reason reason = starting.get(container);
          if (reason != null) {
            start(container, reason, stops);
          }
        }
        open(service);
      }
    }
  }

  private boolean isStarted(ServiceName service) {
    return existing.inventory().replicas(service).stream().anyMatch(starting::containsKey);
  }

  private void start(ObservedContainer container, Reason reason, OrderlyStops stops) {
    var action = new Action.StartContainer(container.ref(), container.service());
    List<Fact> ready = gates.before(container.service());
    List<Fact> stopped = stops.of(container);
    if (stopped.isEmpty() && hasToGiveWay(reason)) {
      stopped = stops.add(container, reason, ready);
    }
    List<Fact> files = inject(container, reason);
    PostStart hooks = postStart(container);
    List<Reversal> again = stopped.stream().map(stop -> new Reversal(stop, action)).toList();
    steps.add(
        Draft.of(action, reason)
            .requiring(stopped)
            .requiring(ready)
            .requiring(files)
            .requiring(init.before(container))
            .requiring(turns.before(container))
            .providing(hooks.started())
            .otherwise(again));
    hooks.drafts().forEach(steps::add);
  }

  private PostStart postStart(ObservedContainer container) {
    List<Hook> hooks =
        existing
            .service(container.service())
            .map(service -> service.lifecycle().hooks().postStart())
            .orElse(List.of());
    return new PostStart(container.service(), hooks, container.ref());
  }

  /** Whether a container that runs is started anew: only for the sake of another one. */
  private static boolean hasToGiveWay(Reason reason) {
    return reason instanceof Reason.Follows || reason instanceof Reason.Rejoins;
  }

  private void open(ServiceName service) {
    List<ContainerRef> judged =
        existing.inventory().replicas(service).stream()
            .filter(c -> starting.containsKey(c) || Stops.areNeeded(c))
            .map(ObservedContainer::ref)
            .toList();
    gates.open(new GateSteps.Opening(service, existing.checks(service), judged));
  }

  /** A container that never ran may lack the files that its service is given. */
  private List<Fact> inject(ObservedContainer container, Reason reason) {
    Optional<Project> project =
        existing.scope().project().map(it -> ApiSocket.spelledOut(it, Logins.SOME));
    Optional<Service> service =
        project
            .flatMap(it -> Optional.ofNullable(it.services().get(container.service())))
            .or(() -> existing.service(container.service()));
    if (!container.state().equals(ContainerState.CREATED) || service.isEmpty()) {
      return List.of();
    }
    if (!Grants.areWritten(project.orElseThrow(), service.get())) {
      return List.of();
    }
    var files = new GrantedFiles(project.orElseThrow(), service.get()).files();
    var action = new Action.InjectFiles(container.ref(), container.service(), files);
    Fact written = Fact.filesWritten(container.ref());
    steps.add(Draft.of(action, reason).providing(written));
    return List.of(written);
  }

  /** What keeps containers from being started: their networks, files that cannot be written. */
  static List<Problem> problems(ExistingContainers existing, Set<ObservedContainer> starting) {
    List<Problem> problems = new ArrayList<>(Namesakes.problems(existing.inventory(), starting));
    problems.addAll(withoutFiles(existing, starting));
    return problems;
  }

  private static List<Problem> withoutFiles(
      ExistingContainers existing, Set<ObservedContainer> starting) {
    return existing.scope().project().stream()
        .flatMap(project ->
            starting.stream()
                .filter(container -> container.state().equals(ContainerState.CREATED))
                .map(ObservedContainer::service)
                .distinct()
                .flatMap(name -> existing.service(name).stream())
                .flatMap(service -> new GrantedFiles(project, service).problems().stream()))
        .toList();
  }
}
