package dev.fermata.model.tree;

import dev.fermata.model.source.Span;
import java.util.Optional;

/**
 * A value that a variable was given, the place where it was, and the assignment that it hides.
 * Places outside of files have a name alone.
 */
public record Assignment(String value, Span span, Optional<Assignment> hidden) {

  public static Assignment of(String value, Span span) {
    return new Assignment(value, span, Optional.empty());
  }

  /** The same, hiding another one as well, below what it hides already. */
  public Assignment over(Assignment other) {
    if (span.equals(other.span)) {
      return this;
    }
    Assignment below = hidden.map(one -> one.over(other)).orElse(other);
    return new Assignment(value, span, Optional.of(below));
  }
}
