package dev.fermata.runner.time;

import java.time.Duration;
import java.time.Instant;

/** A clock and its alarms. */
public interface Time {
  /** The time of this machine. */
  Time SYSTEM = new SystemTime();

  Instant now();

  /** Runs {@code wake} once, from any thread, when {@code delay} has passed. */
  Alarm alarm(Duration delay, Runnable wake);

  /** An alarm that may be called off. */
  @FunctionalInterface
  interface Alarm {
    void callOff();
  }
}
