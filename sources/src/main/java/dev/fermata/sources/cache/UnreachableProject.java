package dev.fermata.sources.cache;

import java.util.Optional;

/** Why a project cannot be had: one sentence, and what may be done. */
public final class UnreachableProject extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final String hint;

  public UnreachableProject(String message, String hint) {
    super(message);
    this.message = message;
    this.hint = hint;
  }

  public UnreachableProject(String message) {
    this(message, "");
  }

  public String message() {
    return message;
  }

  public Optional<String> hint() {
    return Optional.of(hint).filter(text -> !text.isEmpty());
  }
}
