package dev.fermata.runner;

import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a command that was overtaken by another one waits before it looks again: longer each
 * time, and by chance, so that two of them do not get into each other's way for ever.
 */
final class Patience {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final int MOST = 6;

  private final Time time;
  private int spent;

  Patience(Time time) {
    this.time = time;
  }

  boolean isLeft() {
    return spent < MOST;
  }

  /** Ends at once with the first wish to leave. */
  void await(Cancellation cancellation) throws InterruptedException {
    long least = FIRST.toMillis() << spent;
    spent++;
    var leaving = new Signal();
    var registration = cancellation.subscribe(stage -> leaving.give());
    try {
      leaving.await(
          time, Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, 2 * least)));
    } finally {
      registration.close();
    }
  }
}
