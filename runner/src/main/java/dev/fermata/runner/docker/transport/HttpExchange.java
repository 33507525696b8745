package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An exchange on a connection of ours. */
final class HttpExchange implements Exchange {
  private enum End {
    /** The answer was read to its end, and its connection serves others. */
    KEPT,
    DONE,
    CLOSED,
    TOO_LATE
  }

  private final Outgoing request;
  private final Connections connections;
  private final Deadlines deadlines;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private @Nullable End end;
  private @Nullable Future<?> deadline;
  private @Nullable Sent sent;

  HttpExchange(Outgoing request, Connections connections, Deadlines deadlines) {
    this.request = request;
    this.connections = connections;
    this.deadlines = deadlines;
  }

  @Override
  public Outgoing request() {
    return request;
  }

  @Override
  public void begin() throws IOException {
    guarded(() -> sent = sendOnFreshWire());
  }

  @Override
  public HttpReply reply() throws IOException {
    Sent begun = sent;
    return guarded(() -> begun == null ? attempts() : answer(begun));
  }

  private interface Attempt<T> {
    T run() throws IOException;
  }

  private <T> T guarded(Attempt<T> attempt) throws IOException {
    if (deadline == null && request.deadline().isPresent()) {
      deadline = deadlines.in(request.deadline().get(), () -> end(End.TOO_LATE));
    }
    try {
      return attempt.run();
    } catch (IOException e) {
      IOException told = explain(e);
      close();
      throw told;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private HttpReply attempts() throws IOException {
    Optional<Connection> kept =
        request.use() == Outgoing.Use.CALL ? connections.kept() : Optional.empty();
    if (kept.isPresent()) {
      try {
        return answer(send(kept.get()));
      } catch (IOException e) {
        if (!mayRetry(kept.get(), e)) {
          throw e;
        }
        kept.get().close();
      }
    }
    return answer(sendOnFreshWire());
  }

  private Sent sendOnFreshWire() throws IOException {
    Connection fresh = connections.unconnected();
    use(fresh);
    connect(fresh);
    return send(fresh);
  }

  /**
   * An engine may have closed a kept connection at any time since: that is no failure of ours. What
   * may have reached it is sent again only where that changes nothing.
   */
  private boolean mayRetry(Connection kept, IOException failure) {
    return kept.isUsed()
        && !kept.hasAnswered()
        && request.isReplayable()
        && (request.isSafe() || !kept.hasSent())
        && end == null
        && !(failure instanceof ClosedByInterruptException);
  }

  private void connect(Connection fresh) throws IOException {
    try {
      fresh.connect();
    } catch (AsynchronousCloseException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreachableException(connections.address().toString(), e);
    }
  }

  private HttpReply answer(Sent done) throws IOException {
    Head head;
    try {
      head = Head.read(done.connection());
    } catch (IOException e) {
      throw done.broken().orElse(e);
    }
    var framing = Framing.of(request, head, done.connection());
    boolean keepAlive =
        done.broken().isEmpty() && !head.says("Connection", "close") && framing.leavesConnection();
    Runnable atEnd = keepAlive ? this::keep : () -> end(End.DONE);
    return new HttpReply(this, done.connection(), head, framing, atEnd);
  }

  /** A request on its connection; {@code broken} if that did not take all of it. */
  private record Sent(Connection connection, Optional<IOException> broken) {}

  /**
   * An engine that refuses a request may answer and close before it has read all of the body: a
   * connection that breaks meanwhile is no failure as long as there is an answer.
   */
  private Sent send(Connection chosen) throws IOException {
    use(chosen);
    var out = new ChunkedOutput(chosen);
    try {
      switch (request.body()) {
        case Outgoing.Bytes bytes -> chosen.write(headAnd(bytes));
        case Outgoing.Written written -> {
          chosen.write(ByteBuffer.wrap(head("Transfer-Encoding: chunked\r\n", written.type())));
          written.writer().writeTo(out);
          out.finish();
        }
      }
      return new Sent(chosen, Optional.empty());
    } catch (IOException e) {
      if (!out.isBroken() || e instanceof AsynchronousCloseException) {
        throw e;
      }
      return new Sent(chosen, Optional.of(e));
    }
  }

  private ByteBuffer headAnd(Outgoing.Bytes body) {
    boolean none = body.type().isEmpty() && request.method().matches("GET|HEAD|DELETE");
    String length = none ? "" : "Content-Length: " + body.content().length + "\r\n";
    byte[] head = head(length, body.type());
    return ByteBuffer.allocate(head.length + body.content().length)
        .put(head)
        .put(body.content())
        .flip();
  }

  private byte[] head(String framing, String type) {
    var head = new StringBuilder(256);
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    head.append("Host: docker\r\nUser-Agent: fermata\r\n").append(framing);
    if (!type.isEmpty()) {
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    upgrade().ifPresent(to -> head.append("Connection: Upgrade\r\nUpgrade: " + to + "\r\n"));
    request.headers().forEach((name, values) -> values.forEach(value -> header(head, name, value)));
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private Optional<String> upgrade() {
    return switch (request.use()) {
      case CALL, STREAM -> Optional.empty();
      case HIJACK -> Optional.of("tcp");
      case HIJACK_FOR_HTTP_2 -> Optional.of("h2c");
    };
  }

  private static void header(StringBuilder head, String name, String value) {
    if ((name + value).chars().anyMatch(letter -> letter < ' ' && letter != '\t')) {
      throw new IllegalArgumentException("a header with a control character: " + name);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private void use(Connection chosen) throws IOException {
    lock.lock();
    try {
      connection = chosen;
      if (end != null) {
        chosen.close();
        throw new AsynchronousCloseException();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The answer has been read to its end, and its connection is free for others. */
  private void keep() {
    Connection free = connection;
    if (end(End.KEPT) && free != null) {
      connections.keep(free);
    }
  }

  /** What a failed read means: the socket only says that it is closed, not why. */
  IOException explain(IOException e) {
    if (end != End.TOO_LATE) {
      return e;
    }
    var late =
        new SocketTimeoutException(
            "no answer within " + request.deadline().orElseThrow().toSeconds() + " s");
    late.initCause(e);
    return late;
  }

  @Override
  public void close() {
    end(End.CLOSED);
  }

  /** False where it had ended before. */
  private boolean end(End how) {
    lock.lock();
    try {
      if (end != null) {
        return false;
      }
      end = how;
      if (connection != null && how != End.KEPT) {
        connection.close();
      }
    } finally {
      lock.unlock();
    }
    if (deadline != null) {
      deadline.cancel(false);
    }
    return true;
  }
}
