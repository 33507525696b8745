package dev.fermata.cli.remote;

import java.util.Optional;

/** Why a project cannot be had: one sentence, and what may be done. */
final class UnreachableProject extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final String hint;

  UnreachableProject(String message, String hint) {
    super(message);
    this.message = message;
    this.hint = hint;
  }

  UnreachableProject(String message) {
    this(message, "");
  }

  String message() {
    return message;
  }

  Optional<String> hint() {
    return Optional.of(hint).filter(text -> !text.isEmpty());
  }
}
