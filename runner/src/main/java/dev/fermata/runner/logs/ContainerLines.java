package dev.fermata.runner.logs;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.LogRequest.Mode;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands on the lines of one container, in one stream at a time, each from where the one before
 * ended. Lines are only lines: what they lack says nothing about the container's life.
 */
final class ContainerLines implements AutoCloseable {
  private static final Duration AFTER_BREAK = Duration.ofMillis(300);
  private static final int MOST_FAILURES = 3;

  /** An engine that gives no line for so long is not waited for any more. */
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final Following following;
  private final FollowedContainer followed;
  private final Resumption resumption;
  private Optional<Reading> reading = Optional.empty();

  /** Whether it is no use to ask again: told once, it stays so. */
  private volatile boolean unreadable;

  /** One reader at its work. */
  private static final class Reading {
    private final TaskGroup task = new TaskGroup();
    private final Signal ended = new Signal();
    private final AtomicLong lines = new AtomicLong();
    private volatile boolean hasEnded;
    private volatile Optional<LogStream> stream = Optional.empty();

    private void close() {
      stream.ifPresent(LogStream::close);
      task.close();
    }
  }

  ContainerLines(Following following, FollowedContainer followed, Resumption resumption) {
    this.following = following;
    this.followed = followed;
    this.resumption = resumption;
  }

  /** A life has begun: its lines are handed on as they come. */
  void read(String container) {
    close();
    if (isWanted()) {
      var begun = new Reading();
      reading = Optional.of(begun);
      begun.task.fork("lines of " + container, () -> follow(begun, container));
    }
  }

  /**
   * A life is over: hands on what is left of it, up to the start of the next one. An engine tells
   * of an end when all lines are there; whether it ends a stream then is another matter.
   */
  void finish(String container, Instant nextLife) throws InterruptedException {
    close();
    if (!isWanted()) {
      return;
    }
    var last = new Reading();
    reading = Optional.of(last);
    last.task.fork("last lines of " + container, () -> readRest(last, container, nextLife));
    for (long before = -1; !last.hasEnded && before != last.lines.get(); ) {
      before = last.lines.get();
      last.ended.await(following.time(), LAST_LINES);
    }
    close();
  }

  @Override
  public void close() {
    reading.ifPresent(Reading::close);
    reading = Optional.empty();
  }

  /** Which of the lines: those before this time. */
  private record Part(Mode mode, Instant before) {}

  private boolean isWanted() {
    return !unreadable && following.shows().test(followed.service());
  }

  /** Until it is closed: a stream that ends may have broken, and goes on in another. */
  private void follow(Reading now, String container) {
    var part = new Part(Mode.FOLLOW, Instant.MAX);
    try {
      for (int failures = 0; failures < MOST_FAILURES; ) {
        failures = failuresAfter(failures, now, container, part);
        new Signal().await(following.time(), AFTER_BREAK);
      }
    } catch (InterruptedException closed) {
      return;
    }
  }

  private void readRest(Reading now, String container, Instant nextLife) {
    var part = new Part(Mode.UNTIL_NOW, nextLife);
    try {
      int failures = failuresAfter(0, now, container, part);
      while (failures > 0 && failures < MOST_FAILURES) {
        failures = failuresAfter(failures, now, container, part);
      }
    } catch (InterruptedException closed) {
      return;
    } finally {
      now.hasEnded = true;
      now.ended.give();
    }
  }

  /** Reads one stream to its end; how often in a row that has failed now. */
  private int failuresAfter(int failures, Reading now, String container, Part part)
      throws InterruptedException {
    try {
      drain(now, container, part);
      return 0;
    } catch (EngineException e) {
      return isGivenUp(container, e, failures + 1) ? MOST_FAILURES : failures + 1;
    }
  }

  private void drain(Reading now, String container, Part part) {
    try (LogStream stream =
        following.engine().containers().logs(followed.id(), resumption.request(part.mode()))) {
      now.stream = Optional.of(stream);
      for (var line = stream.next();
          line.isPresent() && line.get().time().isBefore(part.before());
          line = stream.next()) {
        now.lines.incrementAndGet();
        if (resumption.isNew(line.get())) {
          following.sink().accept(new Event.LogLine(followed.service(), container, line.get()));
        }
      }
    }
  }

  /** A source that fails is told by name, and costs nothing but its own lines. */
  private boolean isGivenUp(String container, EngineException e, int failures)
      throws InterruptedException {
    if (e.kind() == Kind.INTERRUPTED) {
      throw new InterruptedException(e.getMessage());
    }
    if (e.kind() == Kind.NOT_FOUND) {
      return true;
    }
    unreadable = e.kind() == Kind.NOT_SUPPORTED;
    if (!unreadable && failures < MOST_FAILURES) {
      return false;
    }
    following.sink().accept(MissingLines.of(container, e));
    return true;
  }
}
