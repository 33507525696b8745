package dev.fermata.cli.session;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which of the standard streams are a terminal, how large it is, and who tells of another size from
 * now on.
 */
public record Terminal(Set<Stream> streams, Supplier<Size> size, Consumer<Runnable> onResize) {

  /** The standard streams. */
  public enum Stream {
    IN,
    OUT,
    ERR
  }

  /** In characters. */
  public record Size(int columns, int rows) {
    public static final Size USUAL = new Size(80, 24);
  }

  public static final Terminal NONE = new Terminal(Set.of(), () -> Size.USUAL);

  public Terminal {
    streams = Set.copyOf(streams);
  }

  /** A terminal whose size never changes. */
  public Terminal(Set<Stream> streams, Supplier<Size> size) {
    this(streams, size, then -> {});
  }

  public boolean is(Stream stream) {
    return streams.contains(stream);
  }
}
