package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our own HTTP to one engine. Each call blocks its thread, which may be virtual; an interrupt ends
 * it.
 */
public final class HttpTransport implements Transport {
  private static final Pattern LONG =
      Pattern.compile(
          "[^?]*/(events|logs|wait|attach|build|stats|images/create|images/[^?]+/push|exec/[^/]+/start)(\\?.*)?");

  private final Connections connections;
  private final Deadlines deadlines = new Deadlines();

  public HttpTransport(Address address) {
    this.connections = new Connections(address);
  }

  @Override
  public String address() {
    return connections.address().toString();
  }

  @Override
  public boolean isLocal() {
    return connections.address().isLocal();
  }

  @Override
  public boolean carriesInput() {
    return true;
  }

  @Override
  public HttpExchange exchange(Outgoing request) {
    return new HttpExchange(request, connections, deadlines);
  }

  /** How many connections are open, kept ones included. */
  public int openConnections() {
    return connections.openCount();
  }

  @Override
  public Response execute(Request request) {
    try {
      HttpReply reply = exchange(translated(request)).reply();
      InputStream input = request.hijackedInput();
      if (input != null) {
        Thread.ofVirtual().name("engine-input").start(() -> pump(input, reply));
      }
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outgoing translated(Request request) {
    Outgoing base =
        LONG.matcher(request.path()).matches()
            ? Outgoing.stream(request.method(), request.path())
            : Outgoing.call(request.method(), request.path());
    if (request.hijackedInput() != null) {
      base = Outgoing.hijack(request.path());
    }
    for (var header : request.headers().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Content-Type")) {
        base = base.withHeader(header.getKey(), header.getValue());
      }
    }
    return base.withBody(body(request));
  }

  private static Outgoing.Body body(Request request) {
    String type = request.headers().getOrDefault("Content-Type", "application/json");
    byte @Nullable [] bytes = request.bodyBytes();
    if (bytes != null) {
      return new Outgoing.Bytes(bytes, type);
    }
    InputStream body = request.body();
    return body == null ? Outgoing.Body.NONE : new Outgoing.Written(body::transferTo, type);
  }

  private static void pump(InputStream input, HttpReply reply) {
    var buffer = new byte[8192];
    try (input) {
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        reply.write(ByteBuffer.wrap(buffer, 0, count));
      }
      reply.endInput();
    } catch (IOException e) {
      // Either side has gone: the reader of the reply sees the end, and learns why.
      reply.close();
    }
  }

  @Override
  public void close() {
    connections.close();
    deadlines.close();
  }
}
