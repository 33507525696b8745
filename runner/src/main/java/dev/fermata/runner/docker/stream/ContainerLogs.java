package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.stream.Frames.Form;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The lines of one container's log. */
public final class ContainerLogs implements LogStream {
  private final Api api;
  private final Reply reply;
  private final Frames frames;
  private final Form form;
  private final Map<Origin, LineJoiner> joiners = new EnumMap<>(Origin.class);
  private final Queue<Line> ready = new ArrayDeque<>();
  private volatile boolean closed;

  private ContainerLogs(Api api, Reply reply, Form form) {
    this.api = api;
    this.reply = reply;
    this.form = form;
    this.frames = new Frames(reply.getBody(), form);
    for (Origin origin : Origin.values()) {
      joiners.put(origin, new LineJoiner(origin));
    }
  }

  public static ContainerLogs open(Api api, String container, LogRequest request) {
    Query path =
        Query.of("/containers/{}/logs", container)
            .with("stdout", "1")
            .with("stderr", "1")
            .with("timestamps", "1")
            .with("follow", request.mode() == LogRequest.Mode.FOLLOW ? "1" : "0")
            .with("tail", request.tail().isPresent() ? "" + request.tail().getAsInt() : "all")
            .with("since", request.since().map(ContainerLogs::seconds));
    Reply reply = api.open(Outgoing.stream("GET", path.toString()));
    try {
      return new ContainerLogs(api, reply, form(api, container, reply));
    } catch (RuntimeException e) {
      reply.close();
      throw e;
    }
  }

  private static String seconds(Instant time) {
    return String.format(Locale.ROOT, "%d.%09d", time.getEpochSecond(), time.getNano());
  }

  /** Engines from API 1.42 on say it; of older ones the container has to be asked. */
  private static Form form(Api api, String container, Reply reply) {
    String type = reply.header("Content-Type").orElse("");
    if (type.contains("multiplexed-stream")) {
      return Form.MULTIPLEXED;
    }
    boolean tty = api.get(Query.of("/containers/{}/json", container)).at("Config").isTrue("Tty");
    return tty ? Form.RAW : Form.MULTIPLEXED;
  }

  @Override
  public Optional<Line> next() {
    try {
      while (ready.isEmpty() && !closed) {
        Optional<Frames.Frame> frame = frames.next();
        if (frame.isEmpty()) {
          closed = true;
          joiners.values().forEach(joiner -> joiner.rest().ifPresent(ready::add));
          break;
        }
        join(frame.get());
      }
      return Optional.ofNullable(ready.poll());
    } catch (IOException e) {
      if (closed) {
        return Optional.empty();
      }
      throw api.failure(e);
    }
  }

  private void join(Frames.Frame frame) {
    LineJoiner joiner = joiners.get(frame.origin());
    if (joiner == null) {
      throw new IllegalStateException("a bug: no joiner for " + frame.origin());
    }
    ready.addAll(joiner.add(frame.bytes()));
    if (form == Form.MULTIPLEXED && !frames.isContinued()) {
      joiner.endPart();
    }
  }

  @Override
  public void close() {
    closed = true;
    reply.close();
  }
}
