package dev.fermata.sources.registry;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer that ends where it was said to end: Java takes a connection's end for the answer's. */
final class WholeAnswer extends FilterInputStream {
  private final String server;
  private final boolean isCounted;
  private long left;

  /** {@code length} is below zero where the server does not say it. */
  WholeAnswer(InputStream stream, String server, long length) {
    super(stream);
    this.server = server;
    this.isCounted = length >= 0;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = some(bytes, from, length);
    if (count < 0 && isCounted && left > 0) {
      throw BusyRegistry.of(server, new EOFException());
    }
    left -= Math.max(0, count);
    return count;
  }

  private int some(byte[] bytes, int from, int length) throws IOException {
    try {
      return in.read(bytes, from, length);
    } catch (IOException e) {
      throw BusyRegistry.of(server, e);
    }
  }
}
