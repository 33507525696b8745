package dev.fermata.runner.logs;

import dev.fermata.model.ProjectName;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EventStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The events of a project over as many streams as it takes; none is left open by a close. */
final class Subscription implements AutoCloseable {
  private final Engine engine;
  private final ProjectName project;
  private final ReentrantLock lock = new ReentrantLock();
  private EventStream stream;
  private boolean closed;

  Subscription(Engine engine, ProjectName project) {
    this.engine = engine;
    this.project = project;
    this.stream = engine.events().of(project);
  }

  /** The next event; empty when the stream has ended. */
  Optional<EngineEvent> next() {
    return current().next();
  }

  /** Opens a new stream in place of one that has ended; not after the close. */
  void renew() {
    EventStream fresh = engine.events().of(project);
    lock.lock();
    try {
      stream = fresh;
      if (closed) {
        fresh.close();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private EventStream current() {
    lock.lock();
    try {
      return stream;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      stream.close();
    } finally {
      lock.unlock();
    }
  }
}
