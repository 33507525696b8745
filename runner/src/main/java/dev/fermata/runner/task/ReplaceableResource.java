package dev.fermata.runner.task;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One open thing at a time, in whose place a fresh one may come, from any thread. When this is
 * closed none of them is left open, and none that comes later.
 */
public final class ReplaceableResource<T> implements AutoCloseable {
  private final Consumer<T> closing;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<T> current = Optional.empty();
  private boolean closed;

  public ReplaceableResource(Consumer<T> closing) {
    this.closing = closing;
  }

  /** Closes the one that was there; the fresh one too where it comes too late. */
  public void put(T fresh) {
    lock.lock();
    try {
      clear();
      current = Optional.of(fresh);
      if (closed) {
        closing.accept(fresh);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes the one that is there and forgets it. */
  public void clear() {
    lock.lock();
    try {
      current.ifPresent(closing);
      current = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The one that is there, closed where this is closed. */
  public Optional<T> current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      current.ifPresent(closing);
    } finally {
      lock.unlock();
    }
  }
}
