package dev.fermata.runner.testing;

import dev.fermata.model.Health;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service's healthcheck over its image's over the engine's defaults. */
final class FakeHealth {
  private static final Duration OFTEN = Duration.ofSeconds(30);

  private FakeHealth() {}

  static Optional<HealthcheckDetail> of(
      Optional<Health> wanted, Optional<HealthcheckDetail> image) {
    if (wanted.isEmpty()) {
      return image;
    }
    Health health = wanted.get();
    Optional<List<String>> test = health.test().or(() -> image.map(HealthcheckDetail::test));
    if (test.isEmpty() || health.isDisabled()) {
      return Optional.empty();
    }
    return Optional.of(
        new HealthcheckDetail(
            test.get(),
            health.interval().orElse(OFTEN),
            health.timeout().orElse(OFTEN),
            health.retries().orElse(3),
            health.startPeriod().orElse(Duration.ZERO),
            health.startInterval().orElse(Duration.ofSeconds(5))));
  }
}
