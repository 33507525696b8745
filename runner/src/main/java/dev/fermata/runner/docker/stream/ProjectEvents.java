package dev.fermata.runner.docker.stream;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.json.JsonReader;
import dev.fermata.runner.docker.transport.Exchange;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.task.ReplaceableResource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of a project's containers. A stream that is lost is opened again from the last event
 * on, a few times; the engine remembers the last 256 events.
 */
public final class ProjectEvents implements EventStream {
  private static final int MOST_FAILURES = 5;
  private static final long NANOS = 1_000_000_000L;

  private final Api api;
  private final String filters;
  private final Optional<Instant> until;
  private final ReplaceableResource<Exchange> exchange = new ReplaceableResource<>(Exchange::close);
  private long sinceNanos;
  private int failures;
  private @Nullable JsonReader reader;

  private ProjectEvents(Api api, ProjectName project, Instant since, Optional<Instant> until) {
    this.api = api;
    this.until = until;
    this.sinceNanos = nanos(since);
    this.filters =
        new JsonObject()
            .put("type", List.of("container"))
            .put("label", List.of(Labels.PROJECT + "=" + project.text()))
            .toString();
  }

  /**
   * An engine's answer may begin with its first event only, and it listens a moment after it was
   * asked: so nobody waits for the answer here, and what happens from {@code now} on is asked for,
   * by the engine's clock.
   */
  public static ProjectEvents open(Api api, ProjectName project, Instant now) {
    return open(new ProjectEvents(api, project, now, Optional.empty()));
  }

  /** Those between two moments; the stream ends at the second. */
  public static ProjectEvents between(Api api, ProjectName project, Instant since, Instant until) {
    return open(new ProjectEvents(api, project, since, Optional.of(until)));
  }

  private static ProjectEvents open(ProjectEvents events) {
    try {
      events.connect();
      return events;
    } catch (IOException e) {
      throw events.api.failure(e);
    }
  }

  private Exchange connect() throws IOException {
    Query path =
        Query.of("/events")
            .with("since", seconds(sinceNanos))
            .with("until", until.map(ProjectEvents::nanos).map(ProjectEvents::seconds))
            .with("filters", filters);
    Exchange fresh = api.exchange(Outgoing.stream("GET", path.toString()));
    exchange.put(fresh);
    fresh.begin();
    return fresh;
  }

  private static long nanos(Instant time) {
    return time.getEpochSecond() * NANOS + time.getNano();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%d.%09d", nanos / NANOS, nanos % NANOS);
  }

  private JsonReader reader() throws IOException {
    JsonReader open = reader;
    if (open != null) {
      return open;
    }
    Optional<Exchange> begun = exchange.current();
    Reply reply = api.open(begun.isPresent() ? begun.get() : connect());
    open = new JsonReader(reply.getBody());
    reader = open;
    return open;
  }

  @Override
  public Optional<EngineEvent> next() {
    while (!exchange.isClosed()) {
      try {
        Optional<Json> item = reader().next();
        if (item.isPresent()) {
          failures = 0;
          return Optional.of(event(item.get()));
        }
        if (until.isPresent()) {
          close();
          return Optional.empty();
        }
        lost(new IOException("the stream of events has ended"));
      } catch (IOException e) {
        lost(e);
      }
    }
    return Optional.empty();
  }

  /** The reader goes on by connecting anew, after a pause that grows. */
  private void lost(IOException why) {
    forget();
    if (exchange.isClosed()) {
      return;
    }
    failures++;
    EngineException failure = api.failure(why);
    if (failures > MOST_FAILURES || failure.kind() == Kind.INTERRUPTED) {
      close();
      throw failure;
    }
    try {
      Thread.sleep(50L << failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void forget() {
    reader = null;
    exchange.clear();
  }

  private EngineEvent event(Json item) {
    long nanos = item.at("timeNano").number();
    sinceNanos = Math.max(sinceNanos, nanos + 1);
    String[] action = item.at("Action").text().split(": ", 2);
    return new EngineEvent(
        item.at("Actor", "ID").text(),
        action[0],
        action.length > 1 ? action[1] : "",
        item.at("Actor", "Attributes").textMembers(),
        Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
  }

  @Override
  public void close() {
    exchange.close();
  }
}
