package dev.fermata.runner.testing;

import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so. */
public final class FakeTime implements Time {
  private record Pending(Instant due, Runnable wake) {}

  private final List<Pending> alarms = new ArrayList<>();
  private final Awaiting changed = new Awaiting();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant now() {
    synchronized (alarms) {
      return now;
    }
  }

  @Override
  public Alarm alarm(Duration delay, Runnable wake) {
    Pending pending;
    synchronized (alarms) {
      pending = new Pending(now.plus(delay), wake);
      alarms.add(pending);
    }
    changed.tell();
    return () -> callOff(pending);
  }

  private void callOff(Pending pending) {
    synchronized (alarms) {
      alarms.remove(pending);
    }
  }

  /** Lets the time pass, alarm by alarm. */
  public void pass(Duration duration) {
    Instant end = now().plus(duration);
    for (Optional<Pending> next = next(end); next.isPresent(); next = next(end)) {
      next.get().wake().run();
    }
    synchronized (alarms) {
      now = end;
    }
  }

  /** Waits until an alarm is set that is due in exactly this time, and lets that time pass. */
  public void passWhenAwaited(Duration duration) {
    awaitAlarm(duration);
    pass(duration);
  }

  /** Waits until an alarm is set that is due in exactly this time. */
  public void awaitAlarm(Duration duration) {
    changed.until(() -> isDueIn(duration));
  }

  private boolean isDueIn(Duration duration) {
    synchronized (alarms) {
      return alarms.stream().anyMatch(alarm -> alarm.due().equals(now.plus(duration)));
    }
  }

  private Optional<Pending> next(Instant end) {
    synchronized (alarms) {
      Optional<Pending> next =
          alarms.stream()
              .filter(alarm -> !alarm.due().isAfter(end))
              .min(Comparator.comparing(Pending::due));
      next.ifPresent(alarm -> {
        alarms.remove(alarm);
        now = alarm.due().isAfter(now) ? alarm.due() : now;
      });
      return next;
    }
  }
}
