package dev.fermata.runner.gate;

import java.time.Duration;

/** Who is told now and then that a gate is still closed, and why. */
@FunctionalInterface
public interface Waiter {
  void stillWaiting(Duration since, String text);
}
