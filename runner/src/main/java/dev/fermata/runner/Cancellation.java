package dev.fermata.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The wish to end a run early, in two stages. Safe for use by many threads. */
public final class Cancellation {

  /** How far the wish goes. */
  public enum Stage {
    NONE,
    /** Begin nothing more; stop what was asked for gracefully. */
    GRACEFUL,
    /** Now. */
    KILL;

    private Stage next() {
      return this == NONE ? GRACEFUL : KILL;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Registration> registrations = new ArrayList<>();
  private volatile Stage stage = Stage.NONE;

  public Stage stage() {
    return stage;
  }

  /** The next stage: graceful first, then kill. */
  public void advance() {
    lock.lock();
    try {
      stage = stage.next();
    } finally {
      lock.unlock();
    }
    tell();
  }

  /** At least this stage; nothing where it is reached already. */
  public void reach(Stage wanted) {
    lock.lock();
    try {
      if (stage.compareTo(wanted) < 0) {
        stage = wanted;
      }
    } finally {
      lock.unlock();
    }
    tell();
  }

  /**
   * Tells of each stage once and in order, of those that are reached already as well, until the
   * registration is closed.
   */
  public Registration subscribe(Consumer<Stage> listener) {
    var registration = new Registration(listener);
    lock.lock();
    try {
      registrations.add(registration);
    } finally {
      lock.unlock();
    }
    registration.tell();
    return registration;
  }

  private void tell() {
    List<Registration> present;
    lock.lock();
    try {
      present = List.copyOf(registrations);
    } finally {
      lock.unlock();
    }
    present.forEach(Registration::tell);
  }

  /** One listener; after its close it is told nothing more. */
  public final class Registration implements AutoCloseable {
    private final ReentrantLock telling = new ReentrantLock();
    private final Consumer<Stage> listener;
    private Stage told = Stage.NONE;
    private boolean closed;

    private Registration(Consumer<Stage> listener) {
      this.listener = listener;
    }

    private void tell() {
      telling.lock();
      try {
        while (!closed && told.compareTo(stage) < 0) {
          told = told.next();
          listener.accept(told);
        }
      } finally {
        telling.unlock();
      }
    }

    @Override
    public void close() {
      telling.lock();
      try {
        closed = true;
      } finally {
        telling.unlock();
      }
      lock.lock();
      try {
        registrations.remove(this);
      } finally {
        lock.unlock();
      }
    }
  }
}
