package dev.fermata.planner.decision;

import static java.util.stream.Collectors.toSet;

import dev.fermata.model.Dependency;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.drift.ContainerDrift;
import dev.fermata.planner.drift.VolumeDrift;
import dev.fermata.planner.graph.Jobs;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Start;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** Decides what becomes of every container, in the order of dependencies. */
public final class Decisions {
  private final UpInput input;
  private final ContainerDrift drift;
  private final Partnership partnership;
  private final Set<String> drifted;
  private final VolumeDrift volumes;
  private final SharedLives lives;
  private final Jobs jobs;
  private final JobReruns reruns;
  private final SequencedMap<ServiceName, ServiceDecision> decisions = new LinkedHashMap<>();

  /** {@code drifted} are the names of networks that are made anew. */
  public Decisions(UpInput input, Set<String> drifted, VolumeDrift volumes) {
    this.input = input;
    this.drift = new ContainerDrift(input, drifted);
    this.drifted = drifted;
    this.volumes = volumes;
    this.partnership = new Partnership(input, decisions);
    this.lives = new SharedLives(input.inventory());
    this.jobs = Jobs.of(input.graph());
    this.reruns = new JobReruns(input, decisions);
  }

  public SequencedMap<ServiceName, ServiceDecision> decide() {
    Set<ServiceName> selected = input.services().stream().map(Service::name).collect(toSet());
    for (ServiceName name : input.graph().order()) {
      Service service = input.project().service(name);
      if (selected.contains(name)) {
        decisions.put(name, decide(service));
      } else {
        goingAlong(service).ifPresent(decision -> decisions.put(name, decision));
      }
    }
    return decisions;
  }

  /**
   * What shares a namespace with a container that starts anew goes along, though nobody selected
   * it: left as it is, it would run on without a network. It is as it was otherwise.
   */
  private Optional<ServiceDecision> goingAlong(Service service) {
    Optional<Reason> renewed = partnership.renewed(service);
    var leftovers = Leftovers.of(input.inventory().replicas(service.name()));
    if (renewed.isEmpty() || leftovers.live().stream().noneMatch(Decisions::runs)) {
      return Optional.empty();
    }
    List<Decision> decided = removed(service, leftovers);
    for (ObservedContainer container : leftovers.live()) {
      decided.add(
          runs(container)
              ? existing(service, container, partnership.broken(service, container))
              : new Decision.Keep(container));
    }
    return Optional.of(new ServiceDecision(service, decided, leftovers.renames()));
  }

  private static boolean runs(ObservedContainer container) {
    return container.state().equals(ContainerState.RUNNING);
  }

  private static List<Decision> removed(Service service, Leftovers leftovers) {
    List<Decision> removed = new ArrayList<>();
    for (ObservedContainer debris : leftovers.debris()) {
      removed.add(new Decision.Remove(debris, new Reason.Leftover(service.name().text())));
    }
    return removed;
  }

  private ServiceDecision decide(Service service) {
    return input.isRunOnce(service) ? runOnce(service) : broughtUp(service);
  }

  /** Its replicas are left as they are, whatever they are. */
  private ServiceDecision runOnce(Service service) {
    String name = input.oneOff().orElseThrow().containerName(input.project());
    return new ServiceDecision(service, List.of(new Decision.Create(name, 0)), new TreeMap<>());
  }

  private ServiceDecision broughtUp(Service service) {
    var leftovers = Leftovers.of(input.inventory().replicas(service.name()));
    List<Decision> decided = removed(service, leftovers);
    Map<ObservedContainer, Reason> diverged = new LinkedHashMap<>();
    for (ObservedContainer container : leftovers.live()) {
      recreation(service, container).ifPresent(reason -> diverged.put(container, reason));
    }
    int wanted = service.lifecycle().replicas();
    List<ObservedContainer> surplus = surplus(leftovers.live(), diverged.keySet(), wanted);
    for (ObservedContainer container : leftovers.live()) {
      if (surplus.contains(container)) {
        decided.add(new Decision.Remove(container, new Reason.Surplus(wanted)));
      } else {
        decided.add(existing(service, container, Optional.ofNullable(diverged.get(container))));
      }
    }
    decided.addAll(additional(service, leftovers.live(), wanted));
    return new ServiceDecision(service, decided, leftovers.renames());
  }

  /** What is outdated goes first, then the highest numbers. */
  private static List<ObservedContainer> surplus(
      List<ObservedContainer> live, Set<ObservedContainer> diverged, int wanted) {
    return live.stream()
        .sorted(
            Comparator.comparing((ObservedContainer c) -> !diverged.contains(c))
                .thenComparing(ObservedContainer::number, Comparator.reverseOrder())
                .thenComparing(ObservedContainer::name))
        .limit(Math.max(0, live.size() - wanted))
        .toList();
  }

  private List<Decision> additional(Service service, List<ObservedContainer> live, int wanted) {
    int highest = live.stream().mapToInt(ObservedContainer::number).max().orElse(0);
    List<Decision> created = new ArrayList<>();
    for (int number = highest + 1; created.size() < wanted - live.size(); number++) {
      created.add(
          new Decision.Create(service.containerName(input.project().name(), number), number));
    }
    return created;
  }

  private Optional<Reason> recreation(Service service, ObservedContainer container) {
    Recreate policy = input.policy(service.name());
    if (container.state().equals(ContainerState.DEAD)) {
      return Optional.of(new Reason.NotRunning(ContainerState.DEAD));
    }
    if (policy == Recreate.NEVER) {
      return Optional.empty();
    }
    if (policy == Recreate.FORCE) {
      return Optional.of(new Reason.Asked(input.forcedBy(service.name())));
    }
    return partnership
        .broken(service, container)
        .or(() -> drift.of(service, container))
        .or(() -> renewed(service, container));
  }

  /** Only what has anonymous volumes can get new ones. */
  private Optional<Reason> renewed(Service service, ObservedContainer container) {
    boolean has = container.mounts().stream().anyMatch(m -> m.anonymousVolume().isPresent());
    return has && input.renewsVolumes(service.name())
        ? Optional.of(new Reason.Asked("--renew-anon-volumes"))
        : Optional.empty();
  }

  private Decision existing(
      Service service, ObservedContainer container, Optional<Reason> diverged) {
    String name = service.containerName(input.project().name(), Math.max(1, container.number()));
    Optional<String> volume = volumes.usedBy(container);
    if (volume.isPresent()) {
      Reason reason = new Reason.ResourceChanged("volume " + volume.get());
      return new Decision.RemoveFirst(container, name, reason);
    }
    if (diverged.isPresent()) {
      return new Decision.Recreate(container, name, diverged.get());
    }
    return switch (container.state()) {
      case ContainerState.Standard.RUNNING, ContainerState.Standard.RESTARTING ->
          restarted(service, container);
      case ContainerState.Standard.CREATED, ContainerState.Standard.EXITED ->
          started(service, container);
      case ContainerState.Standard.PAUSED,
          ContainerState.Standard.REMOVING,
          ContainerState.Standard.DEAD ->
          new Decision.Keep(container);
      // The engine knows whether it runs: to start what does changes nothing.
      case ContainerState.Unknown unknown -> started(service, container);
    };
  }

  private Decision restarted(Service service, ObservedContainer container) {
    for (String network : container.networks().keySet()) {
      if (drifted.contains(network)) {
        return new Decision.Restart(container, new Reason.ResourceChanged("network " + network));
      }
    }
    Optional<Reason> renewed = partnership.renewed(service).or(() -> lives.rejoining(container));
    if (renewed.isPresent()) {
      return new Decision.Restart(container, renewed.get());
    }
    for (Dependency dependency : service.lifecycle().dependencies()) {
      ServiceDecision decision = decisions.get(dependency.service());
      if (dependency.restart() && decision != null && decision.interrupts()) {
        return new Decision.Restart(
            container, new Reason.Follows(dependency.service(), "depends_on"));
      }
    }
    return new Decision.Keep(container);
  }

  private Decision started(Service service, ObservedContainer container) {
    boolean wanted = input.options().starting().start() == Start.STARTED;
    if (!wanted) {
      return new Decision.Keep(container);
    }
    Optional<Reason> reason =
        isCompletedJob(service, container)
            ? reruns.reason(service, container)
            : Optional.of(new Reason.NotRunning(container.state()));
    return reason
        .<Decision>map(why -> new Decision.Start(container, why))
        .orElseGet(() -> new Decision.Keep(container));
  }

  /** It has done its work, unless the engine is told to start it for ever. */
  private boolean isCompletedJob(Service service, ObservedContainer container) {
    boolean forEver =
        service
            .lifecycle()
            .restart()
            .filter(restart -> restart.condition() == RestartPolicy.Condition.ALWAYS)
            .isPresent();
    return !forEver && jobs.isDone(container);
  }
}
