package dev.fermata.planner.plan;

import dev.fermata.model.Dependency;
import dev.fermata.model.ready.Readiness;
import dev.fermata.planner.request.UpOptions;
import java.util.List;
import java.util.Optional;

/** When a gate opens. */
public enum GateRule {
  /** Every container is healthy; having nothing that could tell is a failure. */
  HEALTHY,
  /** Every container ended with exit code 0. */
  COMPLETED,
  /** Healthy where there is something to tell it by, in the file or in the image; else started. */
  READY,
  /**
   * What {@code --wait} asks: as READY, and a job that ended with exit code 0 is a success as well.
   */
  READY_OR_COMPLETED;

  /** The gate of a dependency; empty where the bare start is enough. */
  public static Optional<GateRule> of(Dependency dependency, UpOptions.Gates gates) {
    return switch (dependency.condition()) {
      case HEALTHY -> Optional.of(HEALTHY);
      case COMPLETED -> Optional.of(COMPLETED);
      case STARTED -> waitsForStart(dependency, gates) ? Optional.empty() : Optional.of(READY);
    };
  }

  /**
   * What the containers are asked meanwhile, by what the file says that makes them ready; that a
   * job has ended is the engine's to tell.
   */
  public List<Probe> probes(Optional<Readiness> readiness) {
    return this == COMPLETED
        ? List.of()
        : List.of(readiness.<Probe>map(Probe.Ready::new).orElse(Probe.HEALTHCHECK));
  }

  /**
   * Whether the bare start is enough. What shares a namespace or volumes with another may be a part
   * of what makes that ready, so it must not wait for it.
   */
  private static boolean waitsForStart(Dependency dependency, UpOptions.Gates gates) {
    boolean shares = dependency.implied().filter(by -> !by.equals("links")).isPresent();
    return gates == UpOptions.Gates.COMPOSE || dependency.explicit() || shares;
  }
}
