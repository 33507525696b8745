package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Sends a body in pieces. It tells a connection that broke from a body that could not be made. */
final class ChunkedOutput extends OutputStream {
  private static final int SIZE = 32 * 1024;
  private final Connection connection;
  private final byte[] piece = new byte[SIZE];
  private int filled;
  private boolean broken;

  ChunkedOutput(Connection connection) {
    this.connection = connection;
  }

  boolean isBroken() {
    return broken;
  }

  @Override
  public void write(int single) throws IOException {
    if (filled == SIZE) {
      send();
    }
    piece[filled++] = (byte) single;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == SIZE) {
        send();
      }
      int count = Math.min(SIZE - filled, length - done);
      System.arraycopy(source, offset + done, piece, filled, count);
      filled += count;
      done += count;
    }
  }

  void finish() throws IOException {
    send();
    put(ByteBuffer.wrap(ascii("0\r\n\r\n")));
  }

  private void send() throws IOException {
    if (filled == 0) {
      return;
    }
    byte[] head = ascii(Integer.toHexString(filled) + "\r\n");
    var chunk = ByteBuffer.allocate(head.length + filled + 2);
    chunk.put(head).put(piece, 0, filled).put((byte) '\r').put((byte) '\n').flip();
    filled = 0;
    put(chunk);
  }

  private void put(ByteBuffer bytes) throws IOException {
    try {
      connection.write(bytes);
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
