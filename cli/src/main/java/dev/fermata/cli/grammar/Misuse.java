package dev.fermata.cli.grammar;

import java.util.Optional;

/** The arguments of a call make no sense; nothing was begun. */
public final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;
  private final transient Optional<String> hint;

  public Misuse(String sentence) {
    this(sentence, Optional.empty());
  }

  Misuse(String sentence, Optional<String> hint) {
    super(sentence, null, false, false);
    this.sentence = sentence;
    this.hint = hint;
  }

  public String sentence() {
    return sentence;
  }

  public Optional<String> hint() {
    return hint;
  }
}
