package dev.fermata.model.source;

import java.util.Optional;

/** A stretch of a source, from {@code start} up to but without {@code end}. */
public record Span(SourceText source, Position start, Position end) {
  /** A place in no file: what a flag, an environment variable or a default brought in. */
  public static Span of(String origin) {
    return new Span(new SourceText(origin, ""), Position.START, Position.START);
  }

  /** What stands there; empty where the span has no file. */
  public String text() {
    return source.text().substring(source.offset(start), source.offset(end));
  }

  /** Whether it is a place in a text, and not only the name of one. */
  public boolean isWritten() {
    return !source.text().isEmpty();
  }

  /** The part of this span's first line that starts {@code offset} columns in. */
  public Span at(int offset, int length) {
    Position from = start.plusColumns(offset);
    return new Span(source, from, from.plusColumns(length));
  }

  /** The place of {@code fragment} in what this span covers, after {@code earlier} other ones. */
  public Optional<Span> occurrence(String fragment, int earlier) {
    int from = source.offset(start);
    int to = source.offset(end);
    int at = source.text().indexOf(fragment, from, to);
    for (int i = 0; i < earlier && at >= 0; i++) {
      at = source.text().indexOf(fragment, at + 1, to);
    }
    if (at < 0) {
      return Optional.empty();
    }
    Position found = source.position(at);
    return Optional.of(new Span(source, found, found.plusColumns(fragment.length())));
  }

  @Override
  public String toString() {
    return source.name() + ":" + start;
  }
}
