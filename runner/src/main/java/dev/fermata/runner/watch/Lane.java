package dev.fermata.runner.watch;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;

/** Work for one worker: what comes while it is busy is joined, and is its next. */
final class Lane<T> {
  private final BinaryOperator<T> joining;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<T> waiting = Optional.empty();
  private Optional<T> inWork = Optional.empty();
  private long begun;
  private boolean left;

  Lane(BinaryOperator<T> joining) {
    this.joining = joining;
  }

  void add(T work) {
    lock.lock();
    try {
      waiting = Optional.of(waiting.map(before -> joining.apply(before, work)).orElse(work));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** For the worker: its last work is done; waits for more. */
  T next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      inWork = Optional.empty();
      changed.signalAll();
      while (waiting.isEmpty()) {
        changed.await();
      }
      inWork = waiting;
      waiting = Optional.empty();
      begun++;
      return inWork.get();
    } finally {
      lock.unlock();
    }
  }

  Optional<T> waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  Optional<T> inWork() {
    lock.lock();
    try {
      return inWork;
    } finally {
      lock.unlock();
    }
  }

  /** How many times work was begun. */
  long begun() {
    lock.lock();
    try {
      return begun;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is nothing to do, or nobody waits for that any more. */
  void awaitRest() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!left && (waiting.isPresent() || inWork.isPresent())) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for the rest any more. */
  void leave() {
    lock.lock();
    try {
      left = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
