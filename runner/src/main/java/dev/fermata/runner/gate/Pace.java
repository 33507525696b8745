package dev.fermata.runner.gate;

import java.time.Duration;

/**
 * How long a prober pauses between runs: {@code first}, then ever longer by {@code growth} percent
 * up to {@code longest}; and at least three times as long as a run took, so that a slow one has a
 * quarter of the time.
 */
record Pace(Duration first, int growth, Duration longest) {
  /** A process in a container costs. */
  static final Pace OF_COMMANDS = new Pace(Duration.ofMillis(100), 25, Duration.ofSeconds(1));

  /** A connection is cheap: whoever waits shall go on within a twentieth of a second, mostly. */
  static final Pace OF_CONNECTIONS = new Pace(Duration.ofMillis(15), 3, Duration.ofMillis(90));

  /** The user's own. */
  static Pace every(Duration interval) {
    return new Pace(interval, 0, interval);
  }

  Duration after(Duration pause) {
    Duration next = pause.multipliedBy(100L + growth).dividedBy(100);
    return next.compareTo(longest) <= 0 ? next : longest;
  }
}
