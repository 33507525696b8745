package dev.fermata.runner.engine;

import dev.fermata.planner.observed.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container from close by. {@code startedAt} is {@link Instant#EPOCH} before the first start;
 * with {@code id} it names one life of the container. {@code age} is how long ago that life began
 * at least, by the engine's own clock; zero where it does not tell. {@code restartable} says that
 * the engine may start it again when it ends. {@code health} is empty without a healthcheck.
 */
public record ContainerDetail(
    String id,
    String name,
    String image,
    ContainerState state,
    Ending ending,
    Instant startedAt,
    Duration age,
    int restartCount,
    boolean restartable,
    Terminal terminal,
    SortedMap<String, String> labels,
    Optional<HealthDetail> health) {

  public ContainerDetail {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** What its main process is joined to. */
  public record Terminal(boolean tty, boolean stdinOpen) {
    public static final Terminal NONE = new Terminal(false, false);
  }

  /** How the last life ended; meaningful where the container does not run. */
  public record Ending(int exitCode, boolean outOfMemory, Instant finishedAt, String error) {}

  /** The engine's own verdict, its last runs, and the check itself. */
  public record HealthDetail(HealthState state, HealthcheckDetail check, List<ProbeRun> runs) {
    public HealthDetail {
      runs = List.copyOf(runs);
    }
  }

  /** The engine's verdict; an engine may have verdicts of its own. */
  public sealed interface HealthState {
    HealthState STARTING = Standard.STARTING;
    HealthState HEALTHY = Standard.HEALTHY;
    HealthState UNHEALTHY = Standard.UNHEALTHY;

    /** As the engine spells it. */
    String text();

    /** The verdicts that Docker's API defines. */
    enum Standard implements HealthState {
      STARTING,
      HEALTHY,
      UNHEALTHY;

      @Override
      public String text() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** One that the API does not define. */
    record Unknown(String text) implements HealthState {}

    /** Before the first start of a container there is no verdict, or {@code none}. */
    static HealthState of(String text) {
      if (text.isBlank() || text.equals("none")) {
        return STARTING;
      }
      for (Standard state : Standard.values()) {
        if (state.text().equals(text)) {
          return state;
        }
      }
      return new Unknown(text);
    }
  }

  /** One run of a healthcheck. */
  public record ProbeRun(Instant start, Duration took, int exitCode, String output) {}
}
