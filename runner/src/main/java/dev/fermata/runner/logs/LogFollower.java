package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.logs.ContainerTail.Beginning;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Follows the containers of services: those that are there, and every one that starts later, from
 * before its first line. It follows services, not containers: replaced, restarted and new replicas
 * are followed without loss or repeats.
 */
public final class LogFollower implements AutoCloseable {

  /** What is shown of the past. */
  public enum Past {
    /** As the query says. */
    SHOWN,
    /** Only what is written from now on. */
    LEFT_OUT
  }

  private final Engine engine;
  private final EventSink sink;
  private final LogQuery query;
  private final Past past;
  private final ContainerTail.Shared shared;
  private final Map<String, ContainerTail> tails = new ConcurrentHashMap<>();
  private final Signal changed = new Signal();
  private final Time time;
  private volatile EventStream events;
  private volatile boolean closed;

  private LogFollower(Engine engine, EventSink sink, Time time, LogQuery query, Past past) {
    this.engine = engine;
    this.sink = sink;
    this.time = time;
    this.query = query;
    this.past = past;
    this.shared = new ContainerTail.Shared(engine, sink, time, changed::give);
    this.events = engine.events(query.project());
  }

  /** Subscribes before it returns: no container that starts from now on is missed. */
  public static LogFollower open(Engine engine, EventSink sink, LogQuery query, Past past) {
    var follower = new LogFollower(engine, sink, Time.SYSTEM, query, past);
    follower.followPresent();
    Thread.ofVirtual().name("log events").start(follower::read);
    return follower;
  }

  /**
   * Waits until every container followed has ended for good, or {@code left} says that nobody waits
   * any more (after {@link #leave}).
   */
  public void awaitAllEnded(BooleanSupplier left) throws InterruptedException {
    catchUp();
    while (!left.getAsBoolean() && isAnyAlive()) {
      changed.await();
    }
  }

  /** As {@link #awaitAllEnded}, but not longer than this. */
  public void awaitAllEnded(Duration atMost) throws InterruptedException {
    catchUp();
    Instant end = time.now().plus(atMost);
    while (isAnyAlive() && time.now().isBefore(end)) {
      changed.await(time, Duration.between(time.now(), end));
    }
  }

  /** Makes who waits look again whether to go on. */
  public void leave() {
    changed.give();
  }

  @Override
  public void close() {
    closed = true;
    events.close();
    tails.values().forEach(ContainerTail::close);
  }

  private boolean isAnyAlive() {
    return tails.values().stream().anyMatch(ContainerTail::isAlive);
  }

  private void followPresent() {
    for (ObservedContainer container : query.containers(observed())) {
      Beginning beginning = past == Past.SHOWN ? withPast(container) : fromNowOn(container);
      follow(container.id(), container.service(), container.name(), beginning);
    }
  }

  /** That a container has ended before is no news, though its lines are. */
  private Beginning withPast(ObservedContainer container) {
    LogRequest request = query.request(LogRequest.Mode.FOLLOW);
    if (container.state() == ContainerState.RUNNING) {
      return Beginning.of(request);
    }
    return new Beginning(request, Instant.EPOCH, engine.inspect(container.id()).startedAt());
  }

  /** A container that does not run has nothing to tell but what comes after its last end. */
  private Beginning fromNowOn(ObservedContainer container) {
    if (container.state() == ContainerState.RUNNING) {
      return Beginning.of(
          new LogRequest(OptionalInt.of(0), Optional.empty(), LogRequest.Mode.FOLLOW));
    }
    ContainerDetail detail = engine.inspect(container.id());
    Instant end = detail.ending().finishedAt();
    Optional<Instant> since = end.isAfter(Instant.EPOCH) ? Optional.of(end) : Optional.empty();
    return new Beginning(
        new LogRequest(OptionalInt.empty(), since, LogRequest.Mode.FOLLOW),
        detail.startedAt(),
        Instant.EPOCH);
  }

  /** What an event on its way will tell is known already: follow it, and look again at all. */
  private void catchUp() {
    for (ObservedContainer container : query.containers(observed())) {
      if (container.state() != ContainerState.CREATED) {
        started(container.id(), container.service(), container.name());
      }
    }
  }

  private Observed observed() {
    return engine.observe(ObserveRequest.of(query.project()));
  }

  private void started(String id, ServiceName service, String name) {
    ContainerTail known = tails.get(id);
    if (known != null) {
      known.look(name);
      return;
    }
    follow(
        id,
        service,
        name,
        Beginning.of(
            new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW)));
  }

  private void follow(String id, ServiceName service, String name, Beginning beginning) {
    var tail = new ContainerTail(shared, id, service, name, beginning);
    if (tails.putIfAbsent(id, tail) == null) {
      tail.start();
    }
  }

  private void read() {
    try {
      while (!closed) {
        for (Optional<EngineEvent> event = events.next();
            event.isPresent();
            event = events.next()) {
          tell(event.get());
        }
        if (!closed) {
          events = engine.events(query.project());
          catchUp();
        }
      }
    } catch (EngineException e) {
      if (!closed) {
        sink.accept(
            new Event.Notice("containers that start now are not followed: " + e.getMessage()));
      }
    }
  }

  private void tell(EngineEvent event) {
    ContainerTail known = tails.get(event.container());
    switch (event.action()) {
      case "start" -> startedByEvent(event);
      case "die" -> {
        if (known != null) {
          known.died(exitCode(event));
        }
      }
      default -> {
        // Nothing else begins or ends lines.
      }
    }
  }

  private void startedByEvent(EngineEvent event) {
    String service = event.attributes().get(Labels.SERVICE);
    String name = event.attributes().get("name");
    boolean oneOff = "True".equals(event.attributes().get(Labels.ONE_OFF));
    if (service != null && name != null && !oneOff && query.wants(new ServiceName(service))) {
      started(event.container(), new ServiceName(service), name);
    }
  }

  private static int exitCode(EngineEvent event) {
    String code = event.attributes().getOrDefault("exitCode", "");
    return code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0;
  }
}
