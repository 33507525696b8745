package dev.fermata.planner.fate;

import dev.fermata.model.Dependency;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.drift.Divergence;
import dev.fermata.planner.drift.VolumeDrift;
import dev.fermata.planner.graph.Jobs;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.scene.UpScene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Decides what becomes of every container, in the order of dependencies. */
public final class Fates {
  private final UpScene scene;
  private final Divergence divergence;
  private final Partnership partnership;
  private final Set<String> drifted;
  private final VolumeDrift volumes;
  private final Jobs jobs;
  private final JobReruns reruns;
  private final SequencedMap<ServiceName, ServiceFate> fates = new LinkedHashMap<>();

  /** {@code drifted} are the names of networks that are made anew. */
  public Fates(UpScene scene, Set<String> drifted, VolumeDrift volumes) {
    this.scene = scene;
    this.divergence = new Divergence(scene, drifted);
    this.drifted = drifted;
    this.volumes = volumes;
    this.partnership = new Partnership(scene, fates);
    this.jobs = Jobs.of(scene.graph());
    this.reruns = new JobReruns(scene, fates);
  }

  public SequencedMap<ServiceName, ServiceFate> decide() {
    for (Service service : scene.services()) {
      fates.put(service.name(), decide(service));
    }
    return fates;
  }

  private ServiceFate decide(Service service) {
    var leftovers = Leftovers.of(scene.inventory().replicas(service.name()));
    List<Fate> decided = new ArrayList<>();
    for (ObservedContainer debris : leftovers.debris()) {
      decided.add(new Fate.Remove(debris, new Reason.Leftover(service.name().text())));
    }
    Map<ObservedContainer, Reason> diverged = new LinkedHashMap<>();
    for (ObservedContainer container : leftovers.live()) {
      recreation(service, container).ifPresent(reason -> diverged.put(container, reason));
    }
    int wanted = service.lifecycle().replicas();
    List<ObservedContainer> surplus = surplus(leftovers.live(), diverged.keySet(), wanted);
    for (ObservedContainer container : leftovers.live()) {
      if (surplus.contains(container)) {
        decided.add(new Fate.Remove(container, new Reason.Surplus(wanted)));
      } else {
        decided.add(existing(service, container, Optional.ofNullable(diverged.get(container))));
      }
    }
    decided.addAll(additional(service, leftovers.live(), wanted));
    return new ServiceFate(service, decided, leftovers.renames());
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

  private List<Fate> additional(Service service, List<ObservedContainer> live, int wanted) {
    int highest = live.stream().mapToInt(ObservedContainer::number).max().orElse(0);
    List<Fate> created = new ArrayList<>();
    for (int number = highest + 1; created.size() < wanted - live.size(); number++) {
      created.add(new Fate.Create(service.containerName(scene.project().name(), number), number));
    }
    return created;
  }

  private Optional<Reason> recreation(Service service, ObservedContainer container) {
    Recreate policy = scene.policy(service.name());
    if (container.state().equals(ContainerState.DEAD)) {
      return Optional.of(new Reason.NotRunning(ContainerState.DEAD));
    }
    if (policy == Recreate.NEVER) {
      return Optional.empty();
    }
    if (policy == Recreate.FORCE) {
      return Optional.of(new Reason.Asked(scene.forcedBy(service.name())));
    }
    return partnership.broken(service, container).or(() -> divergence.of(service, container));
  }

  private Fate existing(Service service, ObservedContainer container, Optional<Reason> diverged) {
    String name = service.containerName(scene.project().name(), Math.max(1, container.number()));
    Optional<String> volume = volumes.usedBy(container);
    if (volume.isPresent()) {
      Reason reason = new Reason.ResourceChanged("volume " + volume.get());
      return new Fate.RemoveFirst(container, name, reason);
    }
    if (diverged.isPresent()) {
      return new Fate.Recreate(container, name, diverged.get());
    }
    return switch (container.state()) {
      case ContainerState.Standard.RUNNING, ContainerState.Standard.RESTARTING ->
          restarted(service, container);
      case ContainerState.Standard.CREATED, ContainerState.Standard.EXITED ->
          started(service, container);
      case ContainerState.Standard.PAUSED,
          ContainerState.Standard.REMOVING,
          ContainerState.Standard.DEAD ->
          new Fate.Keep(container);
      // The engine knows whether it runs: to start what does changes nothing.
      case ContainerState.Unknown unknown -> started(service, container);
    };
  }

  private Fate restarted(Service service, ObservedContainer container) {
    for (String network : container.networks().keySet()) {
      if (drifted.contains(network)) {
        return new Fate.Restart(container, new Reason.ResourceChanged("network " + network));
      }
    }
    Optional<Reason> renewed = partnership.renewed(service);
    if (renewed.isPresent()) {
      return new Fate.Restart(container, renewed.get());
    }
    for (Dependency dependency : service.lifecycle().dependencies()) {
      ServiceFate fate = fates.get(dependency.service());
      if (dependency.restart() && fate != null && fate.interrupts()) {
        return new Fate.Restart(container, new Reason.Follows(dependency.service(), "depends_on"));
      }
    }
    return new Fate.Keep(container);
  }

  private Fate started(Service service, ObservedContainer container) {
    boolean wanted = scene.options().starting().start() == Start.STARTED;
    if (!wanted) {
      return new Fate.Keep(container);
    }
    Optional<Reason> reason =
        isCompletedJob(service, container)
            ? reruns.reason(service, container)
            : Optional.of(new Reason.NotRunning(container.state()));
    return reason
        .<Fate>map(why -> new Fate.Start(container, why))
        .orElseGet(() -> new Fate.Keep(container));
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
