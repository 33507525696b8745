package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Stretch;
import dev.fermata.model.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A value that a variable was given, the place where it was, and the assignment that it hides.
 * Places outside of files have a name alone. {@code draws} are the variables in its text; with
 * {@code hasSecret} one of them, or of those that they draw from, is named like a credential.
 */
public record Assignment(
    String value, Span span, Optional<Assignment> hidden, List<Draw> draws, boolean hasSecret) {

  public static Assignment of(String value, Span span) {
    return of(value, span, List.of());
  }

  public static Assignment of(String value, Span span, List<Draw> draws) {
    boolean hasSecret = draws.stream().anyMatch(Draw::isSecret);
    return new Assignment(value, span, Optional.empty(), List.copyOf(draws), hasSecret);
  }

  /** The value of {@code variable} for messages, which knows whether it may be secret. */
  public Quote quote(String variable) {
    return Credentials.isSecretName(variable)
        ? new Quote(value, List.of(Stretch.whole(value)))
        : new Quote(value, History.of(draws).secrets(value));
  }

  /** A name without a value, at {@code place}, with the one that its variable has. */
  public Assignment takenFor(String name, Span place) {
    return of(value, place, List.of(Draw.whole(name, this)));
  }

  /** The same, hiding another one as well, below what it hides already. */
  public Assignment over(Assignment other) {
    if (span.equals(other.span)) {
      return this;
    }
    Assignment below = hidden.map(one -> one.over(other)).orElse(other);
    return new Assignment(value, span, Optional.of(below), draws, hasSecret);
  }
}
