package dev.fermata.runner.watch.file;

import java.time.Duration;

/**
 * How long it is waited for more before changes become a batch. One file that is saved is there at
 * once; where hundreds have changed somebody is at work, such as git, and pauses now and then.
 */
record Patience(Duration quiet, Duration most) {
  private static final Patience WITH_FEW =
      new Patience(Duration.ofMillis(50), Duration.ofMillis(500));
  private static final Patience WITH_SOME =
      new Patience(Duration.ofMillis(150), Duration.ofSeconds(2));
  private static final Patience WITH_MANY =
      new Patience(Duration.ofMillis(500), Duration.ofSeconds(20));

  static Patience with(int changes) {
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
