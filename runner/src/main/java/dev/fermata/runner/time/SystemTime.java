package dev.fermata.runner.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock; an alarm is a virtual thread that sleeps. */
final class SystemTime implements Time {
  private final Clock clock = Clock.systemUTC();

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Alarm alarm(Duration delay, Runnable wake) {
    Thread sleeper = Thread.ofVirtual().name("alarm").start(() -> sleep(delay, wake));
    return sleeper::interrupt;
  }

  private static void sleep(Duration delay, Runnable wake) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException calledOff) {
      return;
    }
    wake.run();
  }
}
