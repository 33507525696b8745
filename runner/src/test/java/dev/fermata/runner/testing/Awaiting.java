package dev.fermata.runner.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Waits for a state that other threads bring about, and not longer than a test may take. */
final class Awaiting {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long changes;

  void tell() {
    lock.lock();
    try {
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void until(BooleanSupplier reached) {
    long left = PATIENCE;
    while (true) {
      long before = changes();
      if (reached.getAsBoolean()) {
        return;
      }
      left = awaitChange(before, left);
      if (left <= 0) {
        throw new AssertionError("what the test waits for did not come about");
      }
    }
  }

  /** Waits as long as it takes, or until interrupted: for a double that is itself waited for. */
  void untilEver(BooleanSupplier reached) throws InterruptedException {
    while (true) {
      long before = changes();
      if (reached.getAsBoolean()) {
        return;
      }
      lock.lockInterruptibly();
      try {
        while (changes == before) {
          changed.await();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private long changes() {
    lock.lock();
    try {
      return changes;
    } finally {
      lock.unlock();
    }
  }

  private long awaitChange(long before, long left) {
    lock.lock();
    try {
      long rest = left;
      while (changes == before && rest > 0) {
        rest = changed.awaitNanos(rest);
      }
      return rest;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }
}
