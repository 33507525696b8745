package dev.fermata.runner.watch.file;

import java.time.Duration;

/**
 * How long it is waited for more before changes become a batch. One file that is saved is there at
 * once; where hundreds have changed somebody is at work, such as git, and pauses now and then.
 */
record Debounce(Duration quiet, Duration most) {
  private static final Debounce WITH_FEW =
      new Debounce(Duration.ofMillis(50), Duration.ofMillis(500));
  private static final Debounce WITH_SOME =
      new Debounce(Duration.ofMillis(150), Duration.ofSeconds(2));
  private static final Debounce WITH_MANY =
      new Debounce(Duration.ofMillis(500), Duration.ofSeconds(20));

  static Debounce with(int changes) {
    if (changes <= 10) {
      return WITH_FEW;
    }
    return changes <= 100 ? WITH_SOME : WITH_MANY;
  }

  /** How long to go on waiting, {@code since} the first change. */
  Duration left(Duration since) {
    Duration toEnd = most.minus(since);
    return toEnd.compareTo(quiet) < 0 ? toEnd : quiet;
  }
}
