package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ContainerState.Standard;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.Restarts;
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

  /** The same where the engine would bring it back: then an end is no verdict, so a run must be. */
  static final Duration SETTLED_RESTARTABLE = Duration.ofSeconds(2);

  /** The same for one that was brought back; the engine calls such a run a success as well. */
  static final Duration SETTLED_AGAIN = Duration.ofSeconds(10);

  /** How long a life must last whose check passed at the first try: it may be unable to fail. */
  static final Duration CHECKED_AT_FIRST = Duration.ofMillis(600);

  /** How long a life must last whose check passed, after one that ended. */
  static final Duration CHECKED_AGAIN = Duration.ofSeconds(2);

  /** From so many restarts on, and after so long, a container does not get ready by itself. */
  static final int MANY_RESTARTS = 3;

  static final Duration RESTARTING = Duration.ofSeconds(20);

  /** A job is tried again on purpose, until what it needs is there. */
  static final Duration JOB_RESTARTING = Duration.ofMinutes(5);

  private Judge() {}

  static Verdict judge(GateRule rule, Sighting seen) {
    return switch (rule) {
      case HEALTHY -> seen.isChecked() ? healthy(seen) : Verdict.shut(Cause.NO_HEALTHCHECK);
      case COMPLETED -> completed(seen);
      case READY -> seen.isChecked() ? healthy(seen) : running(seen, Duration.ZERO);
      case READY_OR_COMPLETED -> readyOrCompleted(seen);
    };
  }

  private static Verdict healthy(Sighting seen) {
    return switch (seen.state()) {
      case Standard.RUNNING -> healthOfRunning(seen);
      case Standard.RESTARTING -> restarting(seen, RESTARTING);
      case Standard.CREATED, Standard.PAUSED -> Verdict.PENDING;
      case Standard.EXITED -> Verdict.shut(Cause.EXITED);
      case Standard.REMOVING, Standard.DEAD -> Verdict.shut(Cause.GONE);
      case ContainerState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Verdict healthOfRunning(Sighting seen) {
    return switch (seen.probing()) {
      case PASSED_AT_FIRST, PASSED_IN_THE_END -> settled(seen, lifeOfChecked(seen));
      case NONE, FAILED -> engineVerdict(seen);
      case READY -> settled(seen, seen.restarted() ? CHECKED_AGAIN : Duration.ZERO);
      case NOT_READY -> Verdict.PENDING;
      case UNREACHABLE -> Verdict.shut(Cause.UNREACHABLE);
    };
  }

  private static Verdict engineVerdict(Sighting seen) {
    return switch (seen.engineVerdict()) {
      case HealthState.Standard.HEALTHY -> settled(seen, lifeOfChecked(seen));
      case HealthState.Standard.UNHEALTHY -> Verdict.shut(Cause.UNHEALTHY);
      case HealthState.Standard.STARTING -> Verdict.PENDING;
      case HealthState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Duration lifeOfChecked(Sighting seen) {
    if (seen.restarted()) {
      return CHECKED_AGAIN;
    }
    return seen.hasFailedBefore() ? Duration.ZERO : CHECKED_AT_FIRST;
  }

  private static Verdict completed(Sighting seen) {
    return switch (seen.state()) {
      case Standard.EXITED -> endedWell(seen) ? Verdict.OPEN : Verdict.shut(Cause.EXITED);
      case Standard.RESTARTING -> restarting(seen, JOB_RESTARTING);
      case Standard.CREATED, Standard.RUNNING, Standard.PAUSED -> Verdict.PENDING;
      case Standard.REMOVING, Standard.DEAD -> Verdict.shut(Cause.GONE);
      case ContainerState.Unknown unknown -> Verdict.PENDING;
    };
  }

  private static Verdict running(Sighting seen, Duration settled) {
    return switch (seen.state()) {
      case Standard.RUNNING -> settled(seen, seen.restarted() ? SETTLED_AGAIN : settled);
      case Standard.RESTARTING -> restarting(seen, RESTARTING);
      case Standard.CREATED, Standard.PAUSED -> Verdict.PENDING;
      case Standard.EXITED -> endedWell(seen) ? Verdict.OPEN : Verdict.shut(Cause.EXITED);
      case Standard.REMOVING, Standard.DEAD -> Verdict.shut(Cause.GONE);
      case ContainerState.Unknown unknown -> Verdict.PENDING;
    };
  }

  /** A crash loop is judged between two lives only: the one that runs may be the one that lasts. */
  private static Verdict restarting(Sighting seen, Duration patience) {
    Optional<Restarts> restarts =
        seen.restarts().filter(counted -> counted.count() >= MANY_RESTARTS);
    if (restarts.isEmpty()) {
      return Verdict.PENDING;
    }
    Duration missing = patience.minus(Duration.between(restarts.get().since(), seen.at()));
    return missing.isPositive()
        ? new Verdict.Pending(Optional.of(missing))
        : Verdict.shut(Cause.RESTARTING);
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
    Duration settled = seen.detail().restartable() ? SETTLED_RESTARTABLE : SETTLED;
    return seen.isChecked() ? healthy(seen) : running(seen, settled);
  }

  private static boolean endedWell(Sighting seen) {
    return seen.detail().ending().exitCode() == 0;
  }
}
