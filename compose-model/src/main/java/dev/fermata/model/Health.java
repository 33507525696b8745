package dev.fermata.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A healthcheck. {@code test} is in the engine's form ({@code CMD ...}, {@code CMD-SHELL x}, {@code
 * NONE}); what is absent is taken from the image, then from the engine's defaults.
 */
public record Health(
    Optional<List<String>> test,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    Optional<Integer> retries,
    Optional<Duration> startPeriod,
    Optional<Duration> startInterval) {

  public static final List<String> NONE = List.of("NONE");

  public Health {
    test = test.map(List::copyOf);
  }

  public boolean isDisabled() {
    return test.equals(Optional.of(NONE));
  }
}
