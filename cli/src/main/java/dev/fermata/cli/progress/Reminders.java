package dev.fermata.cli.progress;

import dev.fermata.runner.event.Event;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says of a closed gate only now and then that it is still closed. */
final class Reminders {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private final Map<Integer, Long> told = new ConcurrentHashMap<>();

  boolean isDue(Event.StillWaiting waiting) {
    long turn = waiting.since().dividedBy(EVERY);
    Long before = told.put(waiting.step().id(), turn);
    return turn > 0 && (before == null || before < turn);
  }
}
