package dev.fermata.model.ready;

import java.time.Duration;
import java.util.Optional;

/**
 * When a service is ready: {@code x-ready}, or the {@code fermata.ready.*} labels of its image.
 * Without {@code interval} it is asked often, and ever less often. {@code timeout} is what one
 * check may take; the answers must have been good for {@code stableFor}.
 */
public record Readiness(
    ReadyCheck check, Optional<Duration> interval, Duration timeout, Duration stableFor) {
  public static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** With the usual times. */
  public static Readiness of(ReadyCheck check) {
    return new Readiness(check, Optional.empty(), TIMEOUT, Duration.ZERO);
  }

  /** For readers: {@code tcp 5432, stable for 2s}. */
  public String text() {
    return stableFor.isZero()
        ? check.text()
        : check.text() + ", stable for " + seconds(stableFor) + " s";
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? Long.toString(duration.toSeconds())
        : Double.toString(duration.toMillis() / 1000.0);
  }
}
