package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.time.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lives of one container, as the engine's events tell them: word of an end comes after the last
 * line of that life, and does not depend on there being any lines. Since an event may be lost, a
 * look at the container now and then backs them.
 */
final class ContainerLives {
  private static final Duration RECHECK = Duration.ofSeconds(5);
  private static final Duration BEFORE_SECOND_TRY = Duration.ofMillis(500);

  /** What a container that the engine has no more of ended with, where no event told. */
  private static final int KILLED = 137;

  /** What is still to come of a container. */
  private enum Ahead {
    AN_END,
    NOTHING
  }

  private final Following following;
  private final FollowedContainer followed;
  private final ContainerLines lines;
  private final Queue<LifeEvent> events = new ConcurrentLinkedQueue<>();
  private final Signal wake = new Signal();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int answered;
  private volatile String name;
  private volatile Ahead ahead = Ahead.AN_END;
  private volatile boolean finished;

  private boolean alive;

  /** Start of the last life whose end is known. */
  private Instant lastStart;

  /** What is told of the time up to here is known already, from a look. */
  private Instant overAt = Instant.MIN;

  /** {@code lastStart} is the start of a life whose end is no news. */
  ContainerLives(
      Following following,
      FollowedContainer followed,
      String name,
      Resumption resumption,
      Instant lastStart) {
    this.following = following;
    this.followed = followed;
    this.name = name;
    this.lines = new ContainerLines(following, followed, resumption);
    this.lastStart = lastStart;
  }

  /** Whether ends are still to come; as long as it has not looked as often as asked, they may. */
  boolean isAlive() {
    return !finished && (ahead == Ahead.AN_END || isAsked());
  }

  void tell(LifeEvent event) {
    events.add(event);
    wake.give();
  }

  String id() {
    return followed.id();
  }

  ServiceName service() {
    return followed.service();
  }

  /** Whether it was asked to look and has not done so yet. */
  boolean isAsked() {
    return !finished && answered != asked.get();
  }

  /** Looks at the container, which has this name now. */
  void look(String currentName) {
    name = currentName;
    lookAgain();
  }

  void lookAgain() {
    asked.incrementAndGet();
    wake.give();
  }

  /** Shows the lines of a container that does not run. */
  void showPast() {
    events.add(new LifeEvent.Past());
    look(name);
  }

  void follow() {
    try {
      while (!finished) {
        hear();
        if (!finished) {
          wake.await(following.time(), RECHECK);
        }
      }
    } catch (InterruptedException closed) {
      return;
    } catch (EngineException e) {
      following.lost().accept(e);
    } finally {
      lines.close();
      finished = true;
      following.changed().run();
    }
  }

  /** First what was told, in its order; a look where nothing was, or where somebody asked. */
  private void hear() throws InterruptedException {
    boolean quiet = events.isEmpty();
    for (LifeEvent event = events.poll(); event != null && !finished; event = events.poll()) {
      if (event.time().isAfter(overAt)) {
        hear(event);
      }
    }
    if (!finished && (quiet || answered != asked.get())) {
      look();
    }
  }

  private void hear(LifeEvent event) throws InterruptedException {
    switch (event) {
      case LifeEvent.Started started -> {
        name = started.name();
        begin();
      }
      case LifeEvent.Died died -> {
        if (alive) {
          died(died.exitCode());
        }
      }
      case LifeEvent.Removed removed -> {
        if (alive) {
          end(KILLED, Optional.empty());
        }
        finished = true;
      }
      case LifeEvent.Stopped stopped -> {
        if (!alive && ahead == Ahead.AN_END) {
          look();
        }
      }
      case LifeEvent.Past past -> lines.finish(name, Instant.MAX);
    }
  }

  private void begin() {
    if (alive) {
      return;
    }
    alive = true;
    lines.read(name);
    expect(Ahead.AN_END);
  }

  /** The event's code is that of this life; the container's own may be that of the next one. */
  private void died(OptionalInt told) throws InterruptedException {
    // Nothing of the next life is read before this one's end is told.
    lines.close();
    Optional<ContainerDetail> after = inspect();
    int seen = after.map(detail -> detail.ending().exitCode()).orElse(KILLED);
    end(told.orElse(seen), after);
  }

  private void end(int exitCode, Optional<ContainerDetail> after) throws InterruptedException {
    boolean runs = after.isPresent() && isUp(after.get().state());
    boolean restarting =
        runs || after.filter(it -> it.state().equals(ContainerState.RESTARTING)).isPresent();
    alive = false;
    if (!runs && after.isPresent()) {
      lastStart = after.get().startedAt();
    }
    lines.finish(name, runs ? after.get().startedAt() : Instant.MAX);
    following
        .sink()
        .accept(
            new Event.ContainerEnded(
                followed.service(), name, followed.id(), exitCode, restarting));
    expect(restarting ? Ahead.AN_END : Ahead.NOTHING);
  }

  /** What the container itself says, where no event does. */
  private void look() throws InterruptedException {
    int question = asked.get();
    Optional<ContainerDetail> seen = inspect();
    if (seen.isEmpty()) {
      hear(new LifeEvent.Removed(following.time().now()));
      return;
    }
    ContainerDetail detail = seen.get();
    if (isUp(detail.state())) {
      beginSeen(detail);
    } else if (alive || isMissed(detail)) {
      begin();
      overAt = detail.ending().finishedAt();
      end(detail.ending().exitCode(), seen);
    } else {
      overAt = detail.ending().finishedAt();
      boolean restarting = detail.state().equals(ContainerState.RESTARTING);
      expect(restarting ? Ahead.AN_END : Ahead.NOTHING);
    }
    answered = question;
    following.changed().run();
  }

  /** What happened before this life is no news: an engine may repeat what it told before. */
  private void beginSeen(ContainerDetail detail) {
    if (!alive) {
      overAt = detail.startedAt();
      begin();
    }
  }

  /** A life that began and ended without a word. */
  private boolean isMissed(ContainerDetail detail) {
    return detail.startedAt().isAfter(Instant.EPOCH) && !detail.startedAt().equals(lastStart);
  }

  private void expect(Ahead what) {
    ahead = what;
    following.changed().run();
  }

  private static boolean isUp(ContainerState state) {
    return state.equals(ContainerState.RUNNING) || state.equals(ContainerState.PAUSED);
  }

  /** Empty where the container is gone. One broken call is no reason to give up. */
  private Optional<ContainerDetail> inspect() throws InterruptedException {
    try {
      return inspectOnce();
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        throw new InterruptedException(e.getMessage());
      }
      new Signal().await(following.time(), BEFORE_SECOND_TRY);
      return inspectOnce();
    }
  }

  private Optional<ContainerDetail> inspectOnce() {
    try {
      return Optional.of(following.engine().containers().inspect(followed.id()));
    } catch (EngineException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
