package dev.fermata.runner;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.GateGraph;
import dev.fermata.planner.GateGraph.Gate;
import dev.fermata.planner.GateRule;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each gate was waited for, from the start of the service to the gate's opening, as the
 * containers that are there tell. The engine knows when each started and ended and, of the first
 * runs of a healthcheck, when it succeeded; that a dependant has started shows that its gates were
 * open by then, and that one opened just then which no other explains. Gates of which nothing is
 * known, or that are not waited for, have no time.
 */
public final class GateTimes {
  /** A dependant that starts later than this was started by another run. */
  private static final Duration ONE_RUN = Duration.ofMinutes(5);

  /** What a start takes, once nothing is waited for any more. */
  private static final Duration RIGHT_AFTER = Duration.ofSeconds(1);

  /** How many runs of a healthcheck the engine keeps. */
  private static final int RUNS_KEPT = 5;

  private final GateGraph graph;
  private final Map<ServiceName, List<ContainerDetail>> containers;

  private GateTimes(GateGraph graph, Map<ServiceName, List<ContainerDetail>> containers) {
    this.graph = graph;
    this.containers = containers;
  }

  /** Asks the engine for each container of the project. */
  public static Map<Gate, Duration> of(GateGraph graph, ProjectName project, Engine engine) {
    var containers = new HashMap<ServiceName, List<ContainerDetail>>();
    for (ObservedContainer container :
        engine.system().observe(ObserveRequest.of(project)).containers()) {
      if (!container.oneOff() && graph.services().contains(container.service())) {
        detail(engine, container.id())
            .ifPresent(found ->
                containers
                    .computeIfAbsent(container.service(), name -> new ArrayList<>())
                    .add(found));
      }
    }
    return of(graph, containers);
  }

  static Map<Gate, Duration> of(
      GateGraph graph, Map<ServiceName, List<ContainerDetail>> containers) {
    var times = new HashMap<Gate, Duration>();
    var reader = new GateTimes(graph, containers);
    for (Gate gate : graph.gates()) {
      gate.rule().flatMap(rule -> reader.time(gate, rule)).ifPresent(time -> times.put(gate, time));
    }
    return times;
  }

  private static Optional<ContainerDetail> detail(Engine engine, String container) {
    try {
      return Optional.of(engine.containers().inspect(container));
    } catch (EngineException e) {
      if (e.kind() != EngineException.Kind.NOT_FOUND) {
        throw e;
      }
      // Removed since it was listed: then it tells nothing.
      return Optional.empty();
    }
  }

  /** All replicas count. */
  private Optional<Duration> time(Gate gate, GateRule rule) {
    var times = new ArrayList<Duration>();
    for (ContainerDetail container : of(gate.service())) {
      Optional<Instant> time = opened(container, gate, rule);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      times.add(Duration.between(container.startedAt(), time.get()));
    }
    return times.stream().max(Comparator.naturalOrder());
  }

  private Optional<Instant> opened(ContainerDetail container, Gate gate, GateRule rule) {
    Optional<Instant> told = told(container, rule);
    if (rule == GateRule.COMPLETED || !container.state().mayRun()) {
      return told;
    }
    Optional<ContainerDetail> first = firstDependant(container, gate.service());
    if (told.isPresent()) {
      return first
          .map(ContainerDetail::startedAt)
          .filter(start -> start.isBefore(told.get()))
          .or(() -> told);
    }
    return first
        .filter(dependant -> !isExplained(dependant, gate.service()))
        .map(ContainerDetail::startedAt);
  }

  /** When the gate opened by what the container itself tells. */
  private static Optional<Instant> told(ContainerDetail container, GateRule rule) {
    if (rule == GateRule.COMPLETED) {
      boolean done =
          container.state().equals(ContainerState.EXITED) && container.ending().exitCode() == 0;
      return done ? Optional.of(container.ending().finishedAt()) : Optional.empty();
    }
    if (!container.state().mayRun()) {
      return Optional.empty();
    }
    return container.health().isEmpty()
        ? Optional.of(container.startedAt())
        : container.health().flatMap(GateTimes::firstSuccess);
  }

  /** Known where the kept runs reach back to before the first success. */
  private static Optional<Instant> firstSuccess(HealthDetail health) {
    List<ProbeRun> runs = health.runs();
    boolean fromTheBeginning =
        runs.size() < RUNS_KEPT || (!runs.isEmpty() && runs.getFirst().exitCode() != 0);
    return runs.stream()
        .filter(run -> fromTheBeginning && run.exitCode() == 0)
        .map(run -> run.start().plus(run.took()))
        .findFirst();
  }

  /** Whoever waits for the service by a gate and has started has found it open. */
  private Optional<ContainerDetail> firstDependant(ContainerDetail container, ServiceName service) {
    return graph.gates().stream()
        .filter(gate -> gate.service().equals(service) && gate.rule().isPresent())
        .flatMap(gate -> of(gate.dependant()).stream())
        .filter(dependant -> !dependant.startedAt().isBefore(container.startedAt()))
        .filter(dependant -> dependant.startedAt().isBefore(container.startedAt().plus(ONE_RUN)))
        .min(Comparator.comparing(ContainerDetail::startedAt));
  }

  /** Whether another gate opened right before the dependant started: then it was that one. */
  private boolean isExplained(ContainerDetail dependant, ServiceName unless) {
    return graph.gates().stream()
        .filter(gate -> of(gate.dependant()).contains(dependant))
        .filter(gate -> !gate.service().equals(unless))
        .flatMap(gate ->
            gate.rule().stream()
                .flatMap(rule ->
                    of(gate.service()).stream().flatMap(other -> told(other, rule).stream())))
        .map(opened -> Duration.between(opened, dependant.startedAt()))
        .anyMatch(since -> !since.isNegative() && since.compareTo(RIGHT_AFTER) < 0);
  }

  private List<ContainerDetail> of(ServiceName service) {
    return containers.getOrDefault(service, List.of());
  }
}
