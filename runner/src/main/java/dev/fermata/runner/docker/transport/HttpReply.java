package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer on a connection of ours. Its connection is kept when the body has been read to the end,
 * and closed when the reply is closed before.
 */
final class HttpReply implements Reply {
  private final HttpExchange exchange;
  private final Connection connection;
  private final Head head;
  private final Framing framing;
  private final Body body = new Body();
  private final Runnable atEnd;

  /** {@code atEnd} is called once, when the body has been read. */
  HttpReply(
      HttpExchange exchange, Connection connection, Head head, Framing framing, Runnable atEnd) {
    this.exchange = exchange;
    this.connection = connection;
    this.head = head;
    this.framing = framing;
    this.atEnd = atEnd;
  }

  /** docker-java takes a switch of protocols for a failure; by then it is done. */
  @Override
  public int getStatusCode() {
    return head.status() == 101 ? 200 : head.status();
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return head.headers();
  }

  @Override
  public Optional<String> header(String name) {
    return head.header(name);
  }

  @Override
  public InputStream getBody() {
    return body;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    connection.write(bytes);
  }

  @Override
  public void endInput() throws IOException {
    connection.halfClose();
  }

  @Override
  public void close() {
    exchange.close();
  }

  private final class Body extends InputStream {
    private boolean ended;

    @Override
    public int read() throws IOException {
      var single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0 || ended) {
        return ended ? -1 : 0;
      }
      try {
        int count = framing.read(target, offset, length);
        if (count < 0) {
          ended = true;
          atEnd.run();
        }
        return count;
      } catch (IOException e) {
        IOException told = exchange.explain(e);
        exchange.close();
        throw told;
      }
    }

    @Override
    public void close() {
      HttpReply.this.close();
    }
  }
}
