package dev.fermata.runner.gate;

import java.time.Duration;
import java.util.Optional;

/** What one container says to a gate. */
sealed interface Verdict {

  record Open() implements Verdict {}

  /** Not yet; {@code again} is when a second look may tell more, though nothing happens. */
  record Pending(Optional<Duration> again) implements Verdict {}

  record Shut(GateReport.Cause cause) implements Verdict {}

  Verdict OPEN = new Open();
  Verdict PENDING = new Pending(Optional.empty());

  static Verdict shut(GateReport.Cause cause) {
    return new Shut(cause);
  }
}
