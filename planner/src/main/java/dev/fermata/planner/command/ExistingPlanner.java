package dev.fermata.planner.command;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Dependency;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.conflict.PausedContainers;
import dev.fermata.planner.decision.SharedLives;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.graph.Jobs;
import dev.fermata.planner.hook.PreStop;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.PlanResult.Refused;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.planner.provision.ProviderStops;
import dev.fermata.planner.request.RemoveOptions;
import dev.fermata.planner.request.RemoveOptions.Running;
import dev.fermata.planner.request.StartOptions;
import dev.fermata.planner.request.StopOptions;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.spec.ProviderCall.Command;
import dev.fermata.planner.stop.OrderlyStops;
import dev.fermata.planner.stop.Stops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plans of {@code stop}, {@code start} and {@code rm}. */
public final class ExistingPlanner {

  private final ExistingContainers existing;
  private final StepList steps;

  public ExistingPlanner(ExistingContainers existing) {
    this.existing = existing;
    this.steps = new StepList(existing.name(), fact -> false);
  }

  private Stops stops(Optional<Duration> timeout) {
    return new Stops(timeout, PreStop.of(existing.scope().project()));
  }

  public Plan stop(StopOptions options) {
    var providers = ProviderStops.of(existing.scope(), Command.STOP);
    new OrderlyStops(steps, existing.graph(), stops(options.timeout()), providers)
        .add(existing.meant(), new Reason.Asked("stop"), List.of());
    existing.meant().stream()
        .filter(container -> !Stops.areNeeded(container))
        .map(ObservedContainer::ref)
        .map(it -> new Untouched(it, Untouched.State.STOPPED))
        .forEach(steps::leave);
    return steps.plan();
  }

  public PlanResult start(StartOptions options) {
    Map<ObservedContainer, Reason> starting = starting(options);
    ExistingInit init = ExistingInit.of(existing, starting.keySet());
    List<Problem> problems = missing(options, starting);
    problems.addAll(init.problems());
    return problems.isEmpty() ? start(options, starting, init) : new Refused(problems);
  }

  private PlanResult start(
      StartOptions options, Map<ObservedContainer, Reason> starting, ExistingInit init) {
    starting.putAll(rejoining(starting));
    var waits = new UpOptions.Starting(UpOptions.Start.STARTED, options.gates(), options.waiting());
    var gates = new GateSteps(steps, existing.graph(), waits);
    var starts = new StartSteps(existing, steps, gates, starting, init);
    starts.judgeRunning();
    starts.add(new OrderlyStops(steps, existing.graph(), stops(Optional.empty())));
    if (options.waiting().isForCaller()) {
      existing.meant().stream().map(ObservedContainer::service).distinct().forEach(gates::await);
    }
    existing.meant().stream()
        .filter(container -> container.state().equals(ContainerState.PAUSED))
        .map(PausedContainers::note)
        .forEach(steps::note);
    new LeftBehind(existing.inventory(), steps).note(starting.keySet(), starting.keySet());
    return PausedContainers.checked(steps.plan(), existing.inventory().containers());
  }

  private Map<ObservedContainer, Reason> starting(StartOptions options) {
    Jobs jobs = Jobs.of(existing.graph());
    Map<ObservedContainer, Reason> starting = new LinkedHashMap<>();
    Set<ServiceName> services = existing.servicesWithDependencies();
    for (ObservedContainer container : new Debris(existing).notedAndLeftOut(steps, services)) {
      boolean named = options.services().contains(container.service());
      if (container.state().mayStart() && (named || !jobs.isDone(container))) {
        starting.put(container, new Reason.NotRunning(container.state()));
      }
    }
    return starting;
  }

  /**
   * What runs in a namespace of a container that is started, or was started again since: that is a
   * new one, so it follows.
   */
  private Map<ObservedContainer, Reason> rejoining(Map<ObservedContainer, Reason> starting) {
    Map<ObservedContainer, Reason> rejoining = new LinkedHashMap<>();
    Map<String, ServiceName> renewed = new HashMap<>();
    starting.keySet().forEach(container -> renewed.put(container.id(), container.service()));
    for (ObservedContainer container : existing.of(new LinkedHashSet<>(existing.graph().order()))) {
      if (Stops.areNeeded(container) && existing.scope().reaches(container.service())) {
        follows(container, renewed)
            .or(() -> rejoins(container))
            .ifPresent(reason -> {
              rejoining.put(container, reason);
              renewed.put(container.id(), container.service());
            });
      }
    }
    return rejoining;
  }

  private static Optional<Reason> follows(
      ObservedContainer container, Map<String, ServiceName> renewed) {
    for (Map.Entry<String, String> join : container.joined().entrySet()) {
      ServiceName partner = renewed.get(join.getValue());
      if (partner != null) {
        return Optional.of(new Reason.Follows(partner, join.getKey()));
      }
    }
    return Optional.empty();
  }

  /** Only what the command is about, by itself or for the sake of others. */
  private Optional<Reason> rejoins(ObservedContainer container) {
    return existing.servicesWithDependencies().contains(container.service())
        ? new SharedLives(existing.inventory()).rejoining(container)
        : Optional.empty();
  }

  /** What has no container cannot be started, nor can what needs it. */
  private List<Problem> missing(StartOptions options, Map<ObservedContainer, Reason> starting) {
    List<Problem> problems = new ArrayList<>(withoutContainer(options));
    starting.keySet().stream()
        .map(ObservedContainer::service)
        .distinct()
        .forEach(service -> problems.addAll(missingDependencies(service)));
    problems.addAll(StartSteps.problems(existing, starting.keySet()));
    return problems;
  }

  /** A service that nobody named may lack its containers: it was never brought up. */
  private List<Problem> withoutContainer(StartOptions options) {
    if (existing.scope().project().isEmpty() && existing.inventory().containers().isEmpty()) {
      String hint = "`up`, with the project's files, makes them";
      return List.of(new Problem(ComposeSentences.noContainerFound(existing.name()), hint));
    }
    List<ServiceName> lacking = existing.services().stream().filter(existing::lacks).toList();
    if (!options.services().isEmpty() || existing.meant().isEmpty()) {
      return lacking.stream()
          .map(service -> missing(service, ComposeSentences.noContainerToStart(service)))
          .toList();
    }
    lacking.stream()
        .map(service -> "`%1$s` has no container to start; `up %1$s` makes it".formatted(service))
        .forEach(steps::note);
    return List.of();
  }

  private List<Problem> missingDependencies(ServiceName service) {
    return existing.graph().dependencies(service).stream()
        .filter(Dependency::required)
        .map(Dependency::service)
        .filter(existing::lacks)
        .map(dependency ->
            missing(
                service,
                "`%s` is missing dependency `%s`, which has no container"
                    .formatted(service, dependency)))
        .toList();
  }

  private static Problem missing(ServiceName service, String message) {
    return new Problem(message, "`up %s` makes what is missing".formatted(service));
  }

  public Plan rm(RemoveOptions options) {
    List<ObservedContainer> going =
        existing.meant().stream()
            .filter(c -> options.running() == Running.STOP || !Stops.areNeeded(c))
            .toList();
    Reason reason = new Reason.Asked("rm");
    var stops = new OrderlyStops(steps, existing.graph(), stops(options.stopTimeout()));
    stops.add(going, reason, List.of());
    for (ObservedContainer container : going) {
      var action =
          new Action.RemoveContainer(container.ref(), container.service(), options.volumes());
      steps.add(Draft.of(action, reason).requiring(stops.of(container)));
    }
    if (!going.isEmpty()) {
      String names = going.stream().map(ObservedContainer::name).collect(joining(", "));
      steps.confirm("Remove " + names + "?");
    }
    return steps.plan();
  }
}
