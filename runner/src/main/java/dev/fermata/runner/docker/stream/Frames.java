package dev.fermata.runner.docker.stream;

import dev.fermata.runner.engine.LogStream.Origin;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A container's output as pieces of its two streams. Without a terminal the engine puts a head of 8
 * bytes before each piece; with one there is a single stream of bare bytes. The bytes cannot tell
 * which it is, so the caller does.
 */
final class Frames {
  /** How the bytes come. */
  enum Form {
    MULTIPLEXED,
    RAW
  }

  /** A piece of output; never empty. Its bytes are its own. */
  @SuppressWarnings("ArrayRecordComponent")
  record Frame(Origin origin, byte[] bytes) {}

  private static final int HEAD = 8;
  private static final int STDERR = 2;
  private static final int MOST_AT_ONCE = 64 * 1024;
  private final InputStream source;
  private final Form form;
  private Origin origin = Origin.STDOUT;
  private long left;
  private boolean continued;

  Frames(InputStream source, Form form) {
    this.source = source;
    this.form = form;
  }

  /** Waits for the next piece; empty at the end. */
  Optional<Frame> next() throws IOException {
    if (form == Form.RAW) {
      return piece(MOST_AT_ONCE);
    }
    while (left == 0) {
      if (!nextHead()) {
        return Optional.empty();
      }
    }
    Optional<Frame> piece = piece((int) Math.min(left, MOST_AT_ONCE));
    left -= piece.orElseThrow(() -> new EOFException("the output broke off")).bytes().length;
    continued = left > 0;
    return piece;
  }

  /** Whether the next piece belongs to the same frame of the engine as the last one. */
  boolean isContinued() {
    return continued;
  }

  private boolean nextHead() throws IOException {
    byte[] head = source.readNBytes(HEAD);
    if (head.length == 0) {
      return false;
    }
    if (head.length < HEAD) {
      throw new EOFException("the output broke off");
    }
    origin = head[0] == STDERR ? Origin.STDERR : Origin.STDOUT;
    left = 0;
    for (int i = 4; i < HEAD; i++) {
      left = (left << 8) | (head[i] & 0xff);
    }
    return true;
  }

  private Optional<Frame> piece(int most) throws IOException {
    var buffer = new byte[Math.min(most, 16 * 1024)];
    int count = source.read(buffer);
    if (count < 0) {
      return Optional.empty();
    }
    return Optional.of(new Frame(origin, java.util.Arrays.copyOf(buffer, count)));
  }
}
