package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one container over all its lives. A life is over when its stream has ended and the
 * engine says so; then, after its last line, comes word of how it ended.
 */
final class ContainerTail implements AutoCloseable {
  private static final Duration RECHECK = Duration.ofSeconds(5);
  private static final Duration AFTER_BREAK = Duration.ofMillis(300);

  /** What all tails of a follower share; {@code changed} is told when one comes alive or ends. */
  record Shared(Engine engine, EventSink sink, Time time, Runnable changed) {}

  private final Shared shared;
  private final String id;
  private final ServiceName service;
  private final Resumption resumption;
  private final Thread thread;
  private final Signal wake = new Signal();
  private volatile String name;
  private volatile boolean alive = true;
  private volatile boolean finished;
  private volatile boolean closed;
  private volatile int lastExitCode;
  private volatile @Nullable LogStream open;

  /** How often this tail was asked to look, and up to which of these it has. */
  private final AtomicInteger asked = new AtomicInteger();

  private volatile int answered;

  private final Instant oldLife;

  /** The start of the last life that is told to its end, or that is not to be told. */
  private Instant told;

  ContainerTail(Shared shared, String id, ServiceName service, String name, Beginning beginning) {
    this.shared = shared;
    this.id = id;
    this.service = service;
    this.name = name;
    this.resumption = new Resumption(beginning.request());
    this.told = beginning.told();
    this.oldLife = beginning.oldLife();
    this.thread = Thread.ofVirtual().name("logs " + name).unstarted(this::follow);
  }

  /**
   * From which line on; which life, by its start, is of no interest any more, and which one's end
   * is no news, though its lines are.
   */
  record Beginning(LogRequest request, Instant told, Instant oldLife) {
    static Beginning of(LogRequest request) {
      return new Beginning(request, Instant.EPOCH, Instant.EPOCH);
    }
  }

  void start() {
    thread.start();
  }

  /** Whether lines may come; as long as it has not looked as often as asked, they may. */
  boolean isAlive() {
    return !finished && (alive || answered != asked.get());
  }

  /** Something happened: look again. */
  void look(String currentName) {
    name = currentName;
    asked.incrementAndGet();
    wake.give();
  }

  void died(int exitCode) {
    lastExitCode = exitCode;
    wake.give();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    LogStream stream = open;
    if (stream != null) {
      stream.close();
    }
  }

  private void follow() {
    try {
      while (!closed && step()) {
        // Each step follows a life, or waits for the next one.
      }
    } catch (EngineException e) {
      if (!closed) {
        shared.sink().accept(new Event.Notice("the lines of " + name + " end: " + e.getMessage()));
      }
    } catch (InterruptedException ended) {
      return;
    } finally {
      finished = true;
      shared.changed().run();
    }
  }

  /** Whether there is more to come. */
  private boolean step() throws InterruptedException {
    int question = asked.get();
    Optional<ContainerDetail> detail = inspect();
    if (detail.isEmpty()) {
      return false;
    }
    ContainerState state = detail.get().state();
    if (detail.get().startedAt().equals(told)) {
      now(state == ContainerState.RESTARTING || isUp(state), question);
      wake.await(shared.time(), RECHECK);
      return true;
    }
    alive = true;
    boolean progress = drain();
    return end(detail.get().startedAt(), progress);
  }

  private boolean end(Instant life, boolean progress) throws InterruptedException {
    Optional<ContainerDetail> after = inspect();
    boolean same = after.isPresent() && after.get().startedAt().equals(life);
    boolean runs = after.isPresent() && isUp(after.get().state());
    if (same && runs) {
      // The stream broke, or the end is on its way.
      if (!progress) {
        wake.await(shared.time(), AFTER_BREAK);
      }
      return true;
    }
    told = life;
    boolean restarting =
        runs || after.filter(it -> it.state() == ContainerState.RESTARTING).isPresent();
    int code = same ? after.get().ending().exitCode() : lastExitCode;
    if (!life.equals(oldLife)) {
      shared.sink().accept(new Event.ContainerEnded(service, name, code, restarting));
    }
    alive = restarting;
    shared.changed().run();
    return after.isPresent();
  }

  private static boolean isUp(ContainerState state) {
    return state == ContainerState.RUNNING || state == ContainerState.PAUSED;
  }

  /** Hands on lines until the stream ends; whether there were any. */
  private boolean drain() {
    boolean any = false;
    try (LogStream stream = shared.engine().logs(id, resumption.request())) {
      open = stream;
      for (Optional<LogStream.Line> line = stream.next();
          line.isPresent() && !closed;
          line = stream.next()) {
        if (resumption.isNew(line.get())) {
          any = true;
          shared.sink().accept(new Event.LogLine(service, name, line.get()));
        }
      }
    } catch (EngineException e) {
      if (e.kind() != EngineException.Kind.NOT_FOUND) {
        throw e;
      }
    } finally {
      open = null;
    }
    return any;
  }

  private Optional<ContainerDetail> inspect() {
    try {
      return Optional.of(shared.engine().inspect(id));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void now(boolean isAlive, int answer) {
    alive = isAlive;
    answered = answer;
    shared.changed().run();
  }
}
