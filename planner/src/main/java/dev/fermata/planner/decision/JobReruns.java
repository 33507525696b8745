package dev.fermata.planner.decision;

import dev.fermata.model.Dependency;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.request.UpOptions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a job that has done its work runs again: by what it saw. Its definition and image are not
 * looked at here, since a change of these makes another container of it.
 */
final class JobReruns {
  private final UpInput input;
  private final Map<ServiceName, ServiceDecision> decisions;

  /** {@code decisions} has those of all that a job depends on by the time it is asked for. */
  JobReruns(UpInput input, Map<ServiceName, ServiceDecision> decisions) {
    this.input = input;
    this.decisions = decisions;
  }

  /** Why a container that has ended well is started again; empty where what is done is done. */
  Optional<Reason> reason(Service service, ObservedContainer container) {
    UpOptions.Reruns options = input.options().reruns();
    return switch (options.policy(service)) {
      case ALWAYS -> Optional.of(asked(service, container));
      case NEVER -> Optional.empty();
      case CHANGED ->
          input
              .inventory()
              .endedJob(container)
              .map(job -> change(service, container, job))
              .orElseGet(() -> Optional.of(new Reason.NotRunning(container.state())));
    };
  }

  private Reason asked(Service service, ObservedContainer container) {
    if (input.options().reruns().asked().isPresent()) {
      return new Reason.Asked("--rerun-jobs");
    }
    if (input.options().reruns().givesTheExitCode(service)) {
      return new Reason.Asked("--exit-code-from");
    }
    return service.lifecycle().rerun().isPresent()
        ? new Reason.Asked("x-fermata: rerun: always")
        : new Reason.NotRunning(container.state());
  }

  private Optional<Reason> change(Service service, ObservedContainer container, EndedJob job) {
    return Stream.of(
            follows(service),
            dependency(service, job),
            volume(container, job),
            job.files().map(Reason.SawFiles::new))
        .<Reason>flatMap(Optional::stream)
        .findFirst();
  }

  /** What it waits for is made anew, or is a job that runs again. */
  private Optional<Reason> follows(Service service) {
    return input.graph().dependencies(service.name()).stream()
        .filter(this::isRenewed)
        .map(Dependency::service)
        .findFirst()
        .map(name -> new Reason.Follows(name, "depends_on"));
  }

  private boolean isRenewed(Dependency dependency) {
    ServiceDecision decision = decisions.get(dependency.service());
    return decision != null && (decision.creates() || (isJob(dependency) && decision.starts()));
  }

  /** What it waited for is another container by now, or has run again without it. */
  private Optional<Reason> dependency(Service service, EndedJob job) {
    return input.graph().dependencies(service.name()).stream()
        .filter(dependency ->
            input.inventory().replicas(dependency.service()).stream()
                .anyMatch(container -> isLater(container, dependency, job.started())))
        .map(Dependency::service)
        .findFirst()
        .map(Reason.SawContainer::new);
  }

  /** A list tells in whole seconds when a container was made, and never too late. */
  private boolean isLater(ObservedContainer container, Dependency dependency, Instant started) {
    if (container.listing().created().getEpochSecond() > started.getEpochSecond()) {
      return true;
    }
    return isJob(dependency)
        && input
            .inventory()
            .endedJob(container)
            .filter(other -> other.started().isAfter(started))
            .isPresent();
  }

  private static boolean isJob(Dependency dependency) {
    return dependency.condition() == Dependency.Condition.COMPLETED;
  }

  private Optional<Reason> volume(ObservedContainer container, EndedJob job) {
    return container.mounts().stream()
        .flatMap(mount -> volume(mount).stream())
        .filter(volume ->
            volume
                .created()
                .filter(made -> made.getEpochSecond() > job.started().getEpochSecond())
                .isPresent())
        .map(ObservedVolume::name)
        .findFirst()
        .map(Reason.SawVolume::new);
  }

  private Optional<ObservedVolume> volume(ObservedMount mount) {
    return mount.volume().flatMap(name -> input.inventory().volume(name));
  }
}
