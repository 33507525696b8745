package dev.fermata.runner.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Something has happened: whoever waits looks again. Signals given meanwhile count as one. */
public final class Signal {
  private final Semaphore given = new Semaphore(0);

  public void give() {
    given.release();
  }

  /** Waits until a signal was given since the last wait. */
  public void await() throws InterruptedException {
    given.acquire();
    given.drainPermits();
  }

  /** Waits for a signal, at most so long. */
  public void await(Time time, Duration atMost) throws InterruptedException {
    if (given.tryAcquire()) {
      given.drainPermits();
      return;
    }
    Time.Alarm alarm = time.alarm(atMost, this::give);
    try {
      await();
    } finally {
      alarm.callOff();
    }
  }
}
