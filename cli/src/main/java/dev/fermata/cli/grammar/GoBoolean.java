package dev.fermata.cli.grammar;

import java.util.Optional;
import java.util.Set;

/** Truth as flags of Go programs spell it, and so those of the docker client and its plugins. */
public final class GoBoolean {
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  private GoBoolean() {}

  /** Empty where the text is neither. */
  public static Optional<Boolean> of(String text) {
    if (TRUE.contains(text)) {
      return Optional.of(true);
    }
    return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
  }
}
