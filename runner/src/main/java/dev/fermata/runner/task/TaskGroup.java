package dev.fermata.runner.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Virtual threads with one owner. A task that ends by an exception is a bug: the first one
 * interrupts all the others, and whoever joins gets it. When the group is closed, all have ended.
 */
public final class TaskGroup implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final List<Thread> running = new ArrayList<>();
  private Optional<Throwable> bug = Optional.empty();
  private boolean interrupted;

  /** Begins a task; in a group that was interrupted it begins interrupted. */
  public void fork(String name, Runnable task) {
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> run(task));
    lock.lock();
    try {
      running.add(thread);
      if (interrupted) {
        thread.interrupt();
      }
      thread.start();
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts all tasks, and those that are still to come. */
  public void interrupt() {
    lock.lock();
    try {
      interrupted = true;
      running.forEach(Thread::interrupt);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all tasks have ended; throws the first bug among them. */
  public void join() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!running.isEmpty()) {
        ended.await();
      }
      throwBug();
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts all tasks and waits for their ends, whatever happens to this thread meanwhile. */
  @Override
  public void close() {
    interrupt();
    lock.lock();
    try {
      while (!running.isEmpty()) {
        ended.awaitUninterruptibly();
      }
      throwBug();
    } finally {
      lock.unlock();
    }
  }

  private void run(Runnable task) {
    Optional<Throwable> end = Optional.empty();
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      end = Optional.of(failure);
    }
    end(end);
  }

  private void end(Optional<Throwable> failure) {
    lock.lock();
    try {
      running.remove(Thread.currentThread());
      if (bug.isEmpty() && failure.isPresent()) {
        bug = failure;
        interrupt();
      }
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Once: a join that threw it is followed by a close that must not throw it again. */
  private void throwBug() {
    Optional<Throwable> first = bug;
    bug = Optional.empty();
    first.ifPresent(TaskGroup::rethrow);
  }

  private static void rethrow(Throwable bug) {
    switch (bug) {
      case RuntimeException failure -> throw failure;
      case Error error -> throw error;
      default -> throw new IllegalStateException("a bug: a task ended by " + bug, bug);
    }
  }
}
