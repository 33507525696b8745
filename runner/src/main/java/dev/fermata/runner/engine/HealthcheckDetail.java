package dev.fermata.runner.engine;

import java.time.Duration;
import java.util.List;

/** A healthcheck as the engine runs it, with its defaults filled in. */
public record HealthcheckDetail(
    List<String> test,
    Duration interval,
    Duration timeout,
    int retries,
    Duration startPeriod,
    Duration startInterval) {
  public HealthcheckDetail {
    test = List.copyOf(test);
  }
}
