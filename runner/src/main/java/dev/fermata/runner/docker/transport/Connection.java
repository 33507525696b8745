package dev.fermata.runner.docker.transport;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * One connection that carries exchanges, one after the other. Used by one thread at a time; closed
 * from any, which ends a read or a write.
 */
final class Connection implements Closeable {
  private static final int BUFFER = 16 * 1024;
  private static final int END = -1;

  private final Wire wire;
  private final Consumer<Connection> whenClosed;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).flip();
  private boolean used;
  private boolean sent;
  private boolean answered;

  Connection(Wire wire, Consumer<Connection> whenClosed) {
    this.wire = wire;
    this.whenClosed = whenClosed;
  }

  void connect() throws IOException {
    wire.connect();
  }

  /** Whether it has carried an earlier exchange, so that the engine may have closed it since. */
  boolean isUsed() {
    return used;
  }

  /** Whether a byte of the current request has left. */
  boolean hasSent() {
    return sent;
  }

  /**
   * Whether the engine has closed it while nobody used it, or has sent what nobody asked for: what
   * cannot carry a request is seen before one is lost on it.
   */
  boolean isStale() {
    boolean quiet = wire.isQuiet(in.clear());
    in.clear().flip();
    return !quiet;
  }

  /** Whether a byte of the current answer has come. */
  boolean hasAnswered() {
    return answered;
  }

  /** Ready for the next exchange, unless bytes are left that nobody asked for. */
  boolean rest() {
    used = true;
    sent = false;
    answered = false;
    return wire.isOpen() && !in.hasRemaining();
  }

  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      sent |= wire.write(bytes) > 0;
    }
  }

  void halfClose() throws IOException {
    wire.halfClose();
  }

  int read() throws IOException {
    return fill() ? in.get() & 0xff : END;
  }

  int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return END;
    }
    int count = Math.min(length, in.remaining());
    in.get(target, offset, count);
    return count;
  }

  /** A line without its end. */
  String line(int limit) throws IOException {
    var line = new StringBuilder(64);
    for (int next = read(); next != '\n'; next = read()) {
      if (next == END) {
        throw new EOFException("the engine closed the connection in the middle of an answer");
      }
      if (line.length() >= limit) {
        throw new IOException("the engine sent a line of more than " + limit + " bytes");
      }
      line.append((char) next);
    }
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }

  private boolean fill() throws IOException {
    if (in.hasRemaining()) {
      return true;
    }
    in.clear();
    int count = END;
    try {
      count = wire.read(in);
    } finally {
      in.flip();
    }
    answered |= count > 0;
    return count > 0;
  }

  @Override
  public void close() {
    wire.close();
    whenClosed.accept(this);
  }
}
