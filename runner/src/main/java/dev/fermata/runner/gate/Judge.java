package dev.fermata.runner.gate;

import dev.fermata.planner.GateRule;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ContainerState.Standard;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.gate.GateReport.Cause;
import java.time.Duration;
import java.util.Optional;

/**
 * From a sighting to a verdict. An exit is final where the engine says {@code exited}: a container
 * that its restart policy brings back is {@code restarting}. A state that we do not know is no
 * verdict: the next one is waited for.
 */
final class Judge {
  /** How long a container without a healthcheck must run for the caller of {@code --wait}. */
  static final Duration SETTLED = Duration.ofMillis(500);

  /** The same for one that has been restarted: a crash loop looks alive now and then. */
  static final Duration SETTLED_AGAIN = Duration.ofSeconds(10);

  private Judge() {}

  static Verdict judge(GateRule rule, Sighting seen) {
    return switch (rule) {
      case HEALTHY -> seen.check().isPresent() ? healthy(seen) : Verdict.shut(Cause.NO_HEALTHCHECK);
      case COMPLETED -> completed(seen);
      case READY -> seen.check().isPresent() ? healthy(seen) : running(seen, Duration.ZERO);
      case READY_OR_COMPLETED -> readyOrCompleted(seen);
    };
  }

  private static Verdict healthy(Sighting seen) {
    return switch (seen.state()) {
      case Standard.RUNNING -> healthOfRunning(seen);
      case Standard.CREATED, Standard.RESTARTING, Standard.PAUSED -> Verdict.PENDING;
      case Standard.EXITED -> Verdict.shut(Cause.EXITED);
      case Standard.REMOVING, Standard.DEAD -> Verdict.shut(Cause.GONE);
      case ContainerState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Verdict healthOfRunning(Sighting seen) {
    if (seen.probed()) {
      return Verdict.OPEN;
    }
    return switch (seen.engineVerdict()) {
      case HealthState.Standard.HEALTHY -> Verdict.OPEN;
      case HealthState.Standard.UNHEALTHY -> Verdict.shut(Cause.UNHEALTHY);
      case HealthState.Standard.STARTING -> Verdict.PENDING;
      case HealthState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Verdict completed(Sighting seen) {
    return switch (seen.state()) {
      case Standard.EXITED -> endedWell(seen) ? Verdict.OPEN : Verdict.shut(Cause.EXITED);
      case Standard.CREATED, Standard.RUNNING, Standard.RESTARTING, Standard.PAUSED ->
          Verdict.PENDING;
      case Standard.REMOVING, Standard.DEAD -> Verdict.shut(Cause.GONE);
      case ContainerState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Verdict running(Sighting seen, Duration settled) {
    return switch (seen.state()) {
      case Standard.RUNNING -> settled(seen, seen.restarted() ? SETTLED_AGAIN : settled);
      case Standard.PAUSED -> Verdict.OPEN;
      case Standard.CREATED, Standard.RESTARTING -> Verdict.PENDING;
      case Standard.EXITED -> endedWell(seen) ? Verdict.OPEN : Verdict.shut(Cause.EXITED);
      case Standard.REMOVING, Standard.DEAD -> Verdict.shut(Cause.GONE);
      case ContainerState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Verdict settled(Sighting seen, Duration wanted) {
    Duration missing = wanted.minus(seen.age());
    if (!missing.isPositive()) {
      return Verdict.OPEN;
    }
    return new Verdict.Pending(Optional.of(missing));
  }

  private static Verdict readyOrCompleted(Sighting seen) {
    if (completed(seen) instanceof Verdict.Open) {
      return Verdict.OPEN;
    }
    return seen.check().isPresent() ? healthy(seen) : running(seen, SETTLED);
  }

  private static boolean endedWell(Sighting seen) {
    return seen.detail().ending().exitCode() == 0;
  }
}
