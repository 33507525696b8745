package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Stretch;
import java.util.Optional;

/**
 * A variable that took part in a text: it gave what stands from {@code from} up to {@code to}.
 * Without an assignment, it is not set.
 */
public record Draw(String variable, Kind kind, Optional<Assignment> assignment, int from, int to) {

  /** What came in the place of the reference. */
  public enum Kind {
    VALUE,
    /** What the reference itself gives for a variable that is not set, or empty. */
    DEFAULT,
    /** What the reference itself gives for a variable that is set. */
    ALTERNATIVE,
    NOTHING,
    /** Nothing in the text, which is the variable's name: what a secret or a config contains. */
    CONTENT
  }

  /** A variable whose value is the whole text. */
  public static Draw whole(String variable, Assignment assignment) {
    int end = assignment.value().length();
    return new Draw(variable, Kind.VALUE, Optional.of(assignment), 0, end);
  }

  /** A variable whose value is the content that its name stands for. */
  public static Draw content(String variable, Assignment assignment) {
    return new Draw(variable, Kind.CONTENT, Optional.of(assignment), 0, 0);
  }

  /** Whether by its name, or those of the variables behind it, it may give a secret. */
  public boolean isSecret() {
    return kind != Kind.CONTENT
        && (Credentials.isSecretName(variable)
            || assignment.filter(Assignment::hasSecret).isPresent());
  }

  Draw spread(int length) {
    return from == to ? this : new Draw(variable, kind, assignment, 0, length);
  }

  /** What it gave, or all of a text that is not the one that it was part of. */
  Stretch stretch(String text) {
    return from >= 0 && to <= text.length() ? new Stretch(from, to) : Stretch.whole(text);
  }

  Draw movedBy(int distance) {
    return new Draw(variable, kind, assignment, from + distance, to + distance);
  }

  /** Whether it gave something to the stretch; one that gave nothing counts where it stands. */
  boolean touches(int start, int end) {
    return from == to ? from >= start && from <= end : from < end && to > start;
  }
}
