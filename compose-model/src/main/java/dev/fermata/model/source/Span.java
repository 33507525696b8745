package dev.fermata.model.source;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source, from {@code start} up to but without {@code end}. Every node and every key
 * of a tree has one: it holds the numbers of its positions itself, which halves its memory.
 */
public final class Span {
  private final SourceText source;
  private final int startLine;
  private final int startColumn;
  private final int endLine;
  private final int endColumn;

  public Span(SourceText source, Position start, Position end) {
    this.source = source;
    startLine = start.line();
    startColumn = start.column();
    endLine = end.line();
    endColumn = end.column();
  }

  /** A place in no file: what a flag, an environment variable or a default brought in. */
  public static Span of(String origin) {
    return new Span(new SourceText(origin, ""), Position.START, Position.START);
  }

  public SourceText source() {
    return source;
  }

  public Position start() {
    return new Position(startLine, startColumn);
  }

  public Position end() {
    return new Position(endLine, endColumn);
  }

  /** What stands there; empty where the span has no file. */
  public String text() {
    return source.text().substring(source.offset(start()), source.offset(end()));
  }

  /** The same, and no more of it than {@code most} units. */
  public String beginning(int most) {
    int from = source.offset(start());
    return source.text().substring(from, Math.min(source.offset(end()), from + most));
  }

  /** Whether it is a place in a text, and not only the name of one. */
  public boolean isWritten() {
    return !source.text().isEmpty();
  }

  /** The part of this span's first line that starts {@code offset} columns in. */
  public Span at(int offset, int length) {
    Position from = start().plusColumns(offset);
    return new Span(source, from, from.plusColumns(length));
  }

  /** The place of {@code fragment} in what this span covers, after {@code earlier} other ones. */
  public Optional<Span> occurrence(String fragment, int earlier) {
    int from = source.offset(start());
    int to = source.offset(end());
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
  public boolean equals(@Nullable Object other) {
    return other instanceof Span span
        && source.equals(span.source)
        && startLine == span.startLine
        && startColumn == span.startColumn
        && endLine == span.endLine
        && endColumn == span.endColumn;
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, startLine, startColumn, endLine, endColumn);
  }

  @Override
  public String toString() {
    return source.name() + ":" + start();
  }
}
