package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request. Without a {@code deadline} it may take for ever; else that is for its whole answer.
 */
public record Outgoing(
    String method,
    String path,
    Map<String, List<String>> headers,
    Body body,
    Use use,
    Optional<Duration> deadline) {

  /** The time that a short call has. */
  public static final Duration SHORT = Duration.ofSeconds(60);

  /** The time of a call that may copy or remove many files, such as creating a container. */
  public static final Duration LONG = Duration.ofMinutes(10);

  /** What the connection is for. */
  public enum Use {
    /** A short call: on a kept connection, which is kept again. */
    CALL,
    /** A long answer: on a connection of its own. */
    STREAM,
    /** A connection that becomes a two-way stream of bytes after the answer's head. */
    HIJACK,
    /** The same, for HTTP/2. */
    HIJACK_FOR_HTTP_2
  }

  /** What is sent after the head. */
  public sealed interface Body {
    Body NONE = new Bytes(new byte[0], "");
  }

  /** Bytes at hand; none at all where {@code type} is empty. Never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Bytes(byte[] content, String type) implements Body {}

  /** Bytes that are written while they are made; they can be sent once only. */
  public record Written(Writer writer, String type) implements Body {}

  /** Makes the bytes of a body. */
  @FunctionalInterface
  public interface Writer {
    void writeTo(OutputStream out) throws IOException;
  }

  public Outgoing {
    headers = Map.copyOf(headers);
  }

  public static Outgoing call(String method, String path) {
    return new Outgoing(method, path, Map.of(), Body.NONE, Use.CALL, Optional.of(SHORT));
  }

  public static Outgoing slow(String method, String path) {
    return call(method, path).within(LONG);
  }

  public static Outgoing stream(String method, String path) {
    return new Outgoing(method, path, Map.of(), Body.NONE, Use.STREAM, Optional.empty());
  }

  public static Outgoing hijack(String path) {
    return new Outgoing("POST", path, Map.of(), Body.NONE, Use.HIJACK, Optional.empty());
  }

  public static Outgoing hijackForHttp2(String path) {
    return new Outgoing("POST", path, Map.of(), Body.NONE, Use.HIJACK_FOR_HTTP_2, Optional.empty());
  }

  public Outgoing to(String changed) {
    return new Outgoing(method, changed, headers, body, use, deadline);
  }

  public Outgoing withBody(Body changed) {
    return new Outgoing(method, path, headers, changed, use, deadline);
  }

  public Outgoing withJson(byte[] json) {
    return withBody(new Bytes(json, "application/json"));
  }

  public Outgoing withHeader(String name, String value) {
    return withHeader(name, List.of(value));
  }

  /** A header that is sent once for each value. */
  public Outgoing withHeader(String name, List<String> values) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, List.copyOf(values));
    return new Outgoing(method, path, more, body, use, deadline);
  }

  public Outgoing within(Duration time) {
    return new Outgoing(method, path, headers, body, use, Optional.of(time));
  }

  public Outgoing withoutDeadline() {
    return new Outgoing(method, path, headers, body, use, Optional.empty());
  }

  /** Whether the engine may get it twice without harm. */
  boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  boolean isReplayable() {
    return body instanceof Bytes;
  }
}
