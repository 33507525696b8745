package dev.fermata.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A stream that remembers why it could not be written: the print stream above it forgets, and a
 * disk that is full would pass for success.
 */
final class StandardOutput extends FilterOutputStream {
  private volatile Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }

  /** The first failure; that a reader such as {@code head} has enough is none. */
  Optional<UncheckedIOException> failure() {
    return failure
        .filter(
            e -> !String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe"))
        .map(e -> new UncheckedIOException("cannot write to standard output", e));
  }
}
