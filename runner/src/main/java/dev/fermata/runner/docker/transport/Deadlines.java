package dev.fermata.runner.docker.transport;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs an action when a time is up: one thread for all calls, since a channel knows no timeout. */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("engine-deadlines").daemon().factory());

  Deadlines() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Once closed, no call begins any more: a thread that has not heard yet is told so as by a
   * channel.
   */
  Future<?> in(Duration time, Runnable action) throws ClosedChannelException {
    try {
      return timer.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw (ClosedChannelException) new ClosedChannelException().initCause(e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
