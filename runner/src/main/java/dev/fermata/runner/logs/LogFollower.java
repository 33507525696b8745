package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the containers of services: those that are there, and every one that starts later, from
 * before its first line. It follows services, not containers: replaced, restarted and new replicas
 * are followed without loss or repeats.
 */
public final class LogFollower implements AutoCloseable {
  private static final LogRequest LAST_LINE =
      new LogRequest(OptionalInt.of(1), Optional.empty(), LogRequest.Mode.UNTIL_NOW);
  private static final LogRequest ALL =
      new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);
  private static final LogRequest FROM_NOW_ON =
      new LogRequest(OptionalInt.of(0), Optional.empty(), LogRequest.Mode.FOLLOW);

  private final LogQuery query;
  private final Following following;
  private final Subscription events;
  private final TaskGroup tasks = new TaskGroup();
  private final Map<String, ContainerLives> containers = new ConcurrentHashMap<>();
  private final Signal changed = new Signal();
  private final AtomicReference<@Nullable EngineException> lost = new AtomicReference<>();

  private LogFollower(
      Engine engine, EventSink sink, Time time, LogQuery query, Predicate<ServiceName> shows) {
    this.query = query;
    this.following = new Following(engine, sink, time, shows, changed::give, this::lose);
    this.events = new Subscription(engine, query.project());
  }

  /**
   * Shows the past as the query says, and what comes. Subscribes before it returns: no container
   * that starts from now on is missed.
   */
  public static LogFollower open(Engine engine, EventSink sink, LogQuery query) {
    return new LogFollower(engine, sink, Time.SYSTEM, query, service -> true).begin(Past.SHOWN);
  }

  /**
   * Follows from now on: the lines of the services that {@code shows} says, the ends of all that
   * the query is about.
   */
  public static LogFollower fromNowOn(
      Engine engine, EventSink sink, LogQuery query, Predicate<ServiceName> shows) {
    return fromNowOn(engine, sink, Time.SYSTEM, query, shows);
  }

  static LogFollower fromNowOn(
      Engine engine, EventSink sink, Time time, LogQuery query, Predicate<ServiceName> shows) {
    return new LogFollower(engine, sink, time, query, shows).begin(Past.LEFT_OUT);
  }

  private enum Past {
    SHOWN,
    LEFT_OUT
  }

  private LogFollower begin(Past past) {
    try {
      for (ObservedContainer container : query.containers(observed())) {
        switch (past) {
          case SHOWN -> followWithPast(container);
          case LEFT_OUT -> followFromNowOn(container);
        }
      }
      tasks.fork("log events", this::read);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Waits until every container followed has ended for good, or {@code left} says that nobody waits
   * any more (after {@link #leave}). Fails where the engine does not say any more what lives.
   */
  public void awaitAllEnded(BooleanSupplier left) throws InterruptedException {
    awaitEnds(service -> true, left);
  }

  /** The same for the containers of some services. */
  public void awaitEnds(Predicate<ServiceName> of, BooleanSupplier left)
      throws InterruptedException {
    catchUp();
    while (!left.getAsBoolean() && isAnyAlive(of)) {
      throwLoss();
      changed.await();
    }
    throwLoss();
  }

  /** As {@link #awaitAllEnded}, but not longer than this. */
  public void awaitAllEnded(Duration atMost) throws InterruptedException {
    awaitAllEnded(atMost, () -> false);
  }

  /** The same, until {@code left} says that nobody waits any more. */
  public void awaitAllEnded(Duration atMost, BooleanSupplier left) throws InterruptedException {
    catchUp();
    Time time = following.time();
    Instant end = time.now().plus(atMost);
    while (!left.getAsBoolean() && isAnyAlive(service -> true) && time.now().isBefore(end)) {
      throwLoss();
      changed.await(time, Duration.between(time.now(), end));
    }
  }

  /** Waits until every end up to now has been told, or not longer than this. */
  public void awaitNews(Duration atMost) throws InterruptedException {
    catchUp();
    Time time = following.time();
    Instant end = time.now().plus(atMost);
    while (containers.values().stream().anyMatch(ContainerLives::isAsked)
        && time.now().isBefore(end)) {
      throwLoss();
      changed.await(time, Duration.between(time.now(), end));
    }
  }

  /** Makes who waits look again whether to go on. */
  public void leave() {
    changed.give();
  }

  @Override
  public void close() {
    events.close();
    tasks.close();
  }

  private boolean isAnyAlive(Predicate<ServiceName> of) {
    return containers.values().stream()
        .anyMatch(container -> of.test(container.service()) && container.isAlive());
  }

  private void lose(EngineException e) {
    lost.compareAndSet(null, e);
    changed.give();
  }

  private void throwLoss() {
    EngineException loss = lost.get();
    if (loss != null) {
      throw loss;
    }
  }

  /** That a container has ended before is no news, though its lines are. */
  private void followWithPast(ObservedContainer container) {
    var resumption = new Resumption(query.request(LogRequest.Mode.FOLLOW));
    if (container.state().equals(ContainerState.RUNNING)) {
      follow(container, resumption, Instant.EPOCH);
      return;
    }
    var followed = new FollowedContainer(container.id(), container.service());
    var lives =
        new ContainerLives(following, followed, container.name(), resumption, startOf(container));
    lives.showPast();
    follow(lives);
  }

  private void followFromNowOn(ObservedContainer container) {
    boolean runs = container.state().equals(ContainerState.RUNNING);
    follow(container, afterPast(container), runs ? Instant.EPOCH : startOf(container));
  }

  private Instant startOf(ObservedContainer container) {
    return following.engine().containers().inspect(container.id()).startedAt();
  }

  /**
   * The last line that is there ends the past: by its time only, since an engine stamps the last
   * words of a life a moment after its end.
   */
  private Resumption afterPast(ObservedContainer container) {
    if (!following.shows().test(container.service())) {
      return new Resumption(FROM_NOW_ON);
    }
    try (LogStream stream = following.engine().containers().logs(container.id(), LAST_LINE)) {
      return stream.next().map(Resumption::after).orElseGet(() -> new Resumption(ALL));
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
      // Whoever reads its lines later gets the same refusal, and tells it.
      return new Resumption(FROM_NOW_ON);
    }
  }

  /** What an event on its way will tell is known already: follow it, and look again at all. */
  private void catchUp() {
    for (ObservedContainer container : query.containers(observed())) {
      ContainerLives known = containers.get(container.id());
      if (known != null) {
        known.look(container.name());
      } else if (!container.state().equals(ContainerState.CREATED)) {
        follow(container, new Resumption(ALL), Instant.EPOCH);
      }
    }
    containers.values().forEach(ContainerLives::lookAgain);
  }

  private Observed observed() {
    return following.engine().system().observe(ObserveRequest.of(query.project()));
  }

  private void follow(ObservedContainer container, Resumption resumption, Instant lastStart) {
    var followed = new FollowedContainer(container.id(), container.service());
    follow(new ContainerLives(following, followed, container.name(), resumption, lastStart));
  }

  /** At most once for each container: who comes second has nothing to add. */
  private void follow(ContainerLives lives) {
    if (containers.putIfAbsent(lives.id(), lives) == null) {
      tasks.fork("container " + lives.id(), lives::follow);
    }
  }

  private void read() {
    try {
      while (!events.isClosed()) {
        for (var event = events.next(); event.isPresent(); event = events.next()) {
          tell(event.get());
        }
        if (!events.isClosed()) {
          events.renew();
          catchUp();
        }
      }
    } catch (EngineException e) {
      if (!events.isClosed()) {
        lose(e);
      }
    }
  }

  private void tell(EngineEvent event) {
    Optional<LifeEvent> told = LifeEvent.of(event);
    if (told.isEmpty()) {
      return;
    }
    ContainerLives known = containers.get(event.container());
    if (known != null) {
      known.tell(told.get());
    } else if (told.get() instanceof LifeEvent.Started started) {
      started(event, started);
    }
  }

  private void started(EngineEvent event, LifeEvent.Started start) {
    String label = event.attributes().get(Labels.SERVICE);
    boolean oneOff =
        event.attributes().containsKey(Labels.HOOK)
            || "True".equals(event.attributes().get(Labels.ONE_OFF));
    if (label == null || oneOff || !query.wants(new ServiceName(label))) {
      return;
    }
    var followed = new FollowedContainer(event.container(), new ServiceName(label));
    var fresh =
        new ContainerLives(following, followed, start.name(), new Resumption(ALL), Instant.EPOCH);
    fresh.tell(start);
    follow(fresh);
  }
}
