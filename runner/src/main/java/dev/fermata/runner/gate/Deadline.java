package dev.fermata.runner.gate;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** By when a gate must have opened. */
final class Deadline {
  private static final Duration LEAST = Duration.ofMinutes(5);

  private Deadline() {}

  /** Empty for a job that is awaited to complete: nobody knows how long it takes. */
  static Optional<Duration> of(Action.Await await, Collection<Sighting> seen) {
    if (await.gate().deadline().isPresent()) {
      return await.gate().deadline();
    }
    if (await.rule() == GateRule.COMPLETED) {
      return Optional.empty();
    }
    return Optional.of(
        seen.stream()
            .flatMap(sighting -> sighting.check().stream())
            .map(Deadline::patience)
            .reduce(LEAST, (a, b) -> a.compareTo(b) >= 0 ? a : b));
  }

  /** Twice the time that the engine itself takes to call a container unhealthy. */
  private static Duration patience(HealthcheckDetail check) {
    Duration runs = check.interval().plus(check.timeout()).multipliedBy(check.retries() + 1L);
    return check.startPeriod().plus(runs).multipliedBy(2);
  }
}
