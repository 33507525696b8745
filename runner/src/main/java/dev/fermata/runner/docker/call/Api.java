package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.transport.Exchange;
import dev.fermata.runner.docker.transport.HttpTransport;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.docker.transport.Transport;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The API of one engine, in the newest version that both sides speak. Paths are given without their
 * version. Every call throws an {@link EngineException} where the engine refuses.
 */
public final class Api implements AutoCloseable {
  /** What this adapter was written against. */
  public static final ApiVersion NEWEST = new ApiVersion(1, 51);

  /** That of engine 19.03; the oldest engine that is tested is 20.10. */
  public static final ApiVersion OLDEST = new ApiVersion(1, 40);

  private static final int MOST_OF_A_MESSAGE = 64 * 1024;

  private final Optional<ApiVersion> pinned;
  private final Transport transport;
  private final String origin;
  private final ReentrantLock negotiating = new ReentrantLock();
  private volatile @Nullable ApiVersion version;
  private volatile ApiVersion theirs = OLDEST;
  private volatile @Nullable Greeting greeting;
  private volatile EngineClock clock = new EngineClock(Optional.empty(), Instant.EPOCH);

  public Api(EngineLocation location, Optional<ApiVersion> pinned) {
    this(new HttpTransport(location.address()), location.origin(), pinned);
  }

  /** {@code origin} is who said where the engine is. */
  public Api(Transport transport, String origin, Optional<ApiVersion> pinned) {
    this.transport = transport;
    this.origin = origin;
    this.pinned = pinned;
  }

  public Transport transport() {
    return transport;
  }

  /** The version that is spoken; the first caller asks the engine. */
  public ApiVersion version() {
    ApiVersion known = version;
    if (known != null) {
      return known;
    }
    negotiating.lock();
    try {
      ApiVersion agreed = version;
      if (agreed == null) {
        agreed = pinned.orElseGet(this::negotiate);
        version = agreed;
      }
      return agreed;
    } finally {
      negotiating.unlock();
    }
  }

  /**
   * The version for a call that wants a newer one than is spoken otherwise: that, or the newest
   * that the engine has.
   */
  public ApiVersion version(ApiVersion wanted) {
    ApiVersion usual = version();
    ApiVersion most = theirs.isBefore(wanted) ? theirs : wanted;
    return usual.isBefore(most) ? most : usual;
  }

  /** What time it is for the engine, whose clock need not be ours. */
  public Instant engineTime() {
    version();
    return clock.at(Instant.now());
  }

  /** When the engine gave this answer, by its own clock, if it says. */
  public static Optional<Instant> time(Reply reply) {
    return EngineClock.parsed(reply.header("Date"));
  }

  /** What the engine says of itself before anything else; asked for once. */
  public Greeting greeting() {
    version();
    Greeting known = greeting;
    return known != null ? known : greet();
  }

  private Greeting greet() {
    try (Reply reply = transport.send(Outgoing.call("HEAD", "/_ping"))) {
      reply.getBody().readAllBytes();
      clock = EngineClock.of(reply);
      Greeting heard = Greeting.of(reply);
      greeting = heard;
      return heard;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private ApiVersion negotiate() {
    theirs = greet().newest();
    if (theirs.isBefore(OLDEST)) {
      throw new EngineException(
          Kind.NOT_SUPPORTED,
          "the engine speaks API version " + theirs + "; at least " + OLDEST + " is needed",
          "engine 20.10 or newer has it");
    }
    return theirs.isBefore(NEWEST) ? theirs : NEWEST;
  }

  /** A short call that reads something. */
  public Json get(Query path) {
    return call(Outgoing.call("GET", path.toString()));
  }

  public Json post(Query path) {
    return call(Outgoing.call("POST", path.toString()));
  }

  public Json post(Query path, byte[] json) {
    return call(Outgoing.call("POST", path.toString()).withJson(json));
  }

  /** Removing may take the engine's disk a while. */
  public Json delete(Query path) {
    return call(Outgoing.slow("DELETE", path.toString()));
  }

  /** A call whose whole answer is one JSON value, or nothing. */
  public Json call(Outgoing request) {
    return call(CallSubject.of(request), request);
  }

  /** The same, where the request's path does not say what it is about. */
  public Json call(CallSubject asked, Outgoing request) {
    return call(asked, request, version());
  }

  /** The same in another version than that which is spoken otherwise. */
  public Json call(CallSubject asked, Outgoing request, ApiVersion in) {
    try (Reply reply = open(asked, exchange(request, in))) {
      byte[] body = reply.getBody().readAllBytes();
      return body.length == 0 || !isJson(reply) ? Json.ABSENT : Json.parse(body);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** A call whose answer is read as it comes, by the caller, who closes it. */
  public Reply open(Outgoing request) {
    return open(CallSubject.of(request), request);
  }

  /** The same, where the request's path does not say what it is about. */
  public Reply open(CallSubject asked, Outgoing request) {
    try {
      return open(asked, exchange(request));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** A call that can be closed before its answer has begun. */
  public Exchange exchange(Outgoing request) {
    return exchange(request, version());
  }

  private Exchange exchange(Outgoing request, ApiVersion in) {
    return transport.exchange(request.to("/v" + in + request.path()));
  }

  /** The answer of an exchange, unless it is a refusal. */
  public Reply open(Exchange exchange) throws IOException {
    return open(CallSubject.of(exchange.request()), exchange);
  }

  private static Reply open(CallSubject asked, Exchange exchange) throws IOException {
    Reply reply = exchange.reply();
    if (reply.getStatusCode() < 400) {
      return reply;
    }
    try (reply) {
      throw Refusals.of(asked, reply.getStatusCode(), message(reply));
    }
  }

  /** In our words, why a call broke off. */
  public EngineException failure(IOException e) {
    return Failures.of(e, transport.address(), origin);
  }

  private static boolean isJson(Reply reply) {
    return reply.header("Content-Type").filter(type -> type.contains("json")).isPresent();
  }

  private static String message(Reply reply) throws IOException {
    byte[] body = reply.getBody().readNBytes(MOST_OF_A_MESSAGE);
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return text.startsWith("{") ? Json.parse(body).at("message").maybe().orElse(text) : text;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
