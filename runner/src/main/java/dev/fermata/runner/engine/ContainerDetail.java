package dev.fermata.runner.engine;

import dev.fermata.planner.observed.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A container from close by. {@code startedAt} is {@link Instant#EPOCH} before the first start;
 * with {@code id} it names one life of the container. {@code health} is empty without a
 * healthcheck.
 */
public record ContainerDetail(
    String id,
    String name,
    String image,
    ContainerState state,
    Ending ending,
    Instant startedAt,
    int restartCount,
    boolean tty,
    Optional<HealthDetail> health) {

  /** How the last life ended; meaningful where the container does not run. */
  public record Ending(int exitCode, boolean outOfMemory, Instant finishedAt, String error) {}

  /** The engine's own verdict, its last runs, and the check itself. */
  public record HealthDetail(HealthState state, HealthcheckDetail check, List<ProbeRun> runs) {
    public HealthDetail {
      runs = List.copyOf(runs);
    }
  }

  /** The engine's verdicts. */
  public enum HealthState {
    STARTING,
    HEALTHY,
    UNHEALTHY
  }

  /** One run of a healthcheck. */
  public record ProbeRun(Instant start, Duration took, int exitCode, String output) {}
}
