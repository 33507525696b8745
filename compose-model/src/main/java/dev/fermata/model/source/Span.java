package dev.fermata.model.source;

/** A stretch of a source, from {@code start} up to but without {@code end}. */
public record Span(SourceText source, Position start, Position end) {
  /** A place in no file: what a flag, an environment variable or a default brought in. */
  public static Span of(String origin) {
    return new Span(new SourceText(origin, ""), Position.START, Position.START);
  }

  /** The part of this span's first line that starts {@code offset} columns in. */
  public Span at(int offset, int length) {
    Position from = start.plusColumns(offset);
    return new Span(source, from, from.plusColumns(length));
  }

  @Override
  public String toString() {
    return source.name() + ":" + start;
  }
}
