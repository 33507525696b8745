package dev.fermata.runner.docker.transport;

import java.io.EOFException;
import java.io.IOException;

/** How the end of an answer's body is told. */
interface Framing {

  /** As {@link java.io.InputStream#read(byte[], int, int)}, for a length above 0. */
  int read(byte[] target, int offset, int length) throws IOException;

  /** Whether the connection can carry another exchange after the body. */
  default boolean leavesConnection() {
    return true;
  }

  /** By the method and the answer's head. */
  static Framing of(Outgoing request, Head head, Connection connection) throws IOException {
    if (head.status() == 101 || (request.use() == Outgoing.Use.HIJACK && head.status() == 200)) {
      return new UntilClose(connection);
    }
    if (request.method().equals("HEAD") || head.status() == 204 || head.status() == 304) {
      return new Fixed(connection, 0);
    }
    if (head.says("Transfer-Encoding", "chunked")) {
      return new Chunked(connection);
    }
    var length = head.header("Content-Length");
    if (length.isEmpty()) {
      return new UntilClose(connection);
    }
    try {
      return new Fixed(connection, Long.parseLong(length.get()));
    } catch (NumberFormatException e) {
      throw new IOException("the engine sent the length `" + length.get() + "`", e);
    }
  }

  /** A body of a length that was said before. */
  final class Fixed implements Framing {
    private final Connection connection;
    private long left;

    Fixed(Connection connection, long length) {
      this.connection = connection;
      this.left = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = connection.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("the engine closed the connection in the middle of an answer");
      }
      left -= count;
      return count;
    }
  }

  /** A body up to the end of the connection. */
  record UntilClose(Connection connection) implements Framing {
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return connection.read(target, offset, length);
    }

    @Override
    public boolean leavesConnection() {
      return false;
    }
  }

  /** A body in pieces, each with its length. */
  final class Chunked implements Framing {
    private static final int LINE = 4096;
    private final Connection connection;
    private long left;
    private boolean first = true;
    private boolean ended;

    Chunked(Connection connection) {
      this.connection = connection;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!ended && left == 0) {
        next();
      }
      if (ended) {
        return -1;
      }
      int count = connection.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("the engine closed the connection in the middle of an answer");
      }
      left -= count;
      return count;
    }

    private void next() throws IOException {
      if (!first) {
        connection.line(LINE);
      }
      first = false;
      String line = connection.line(LINE);
      int extension = line.indexOf(';');
      String size = extension < 0 ? line : line.substring(0, extension);
      try {
        left = Long.parseLong(size.strip(), 16);
      } catch (NumberFormatException e) {
        throw new IOException("the engine sent a chunk of the size `" + size + "`", e);
      }
      ended = left == 0;
      if (ended) {
        skipTrailers();
      }
    }

    private void skipTrailers() throws IOException {
      String trailer = connection.line(LINE);
      while (!trailer.isEmpty()) {
        trailer = connection.line(LINE);
      }
    }
  }
}
