package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Diagnostic;
import java.io.Serial;

/** Ends the reading of a file; caught in {@link YamlReader} alone. */
final class UnreadableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  UnreadableException(Diagnostic diagnostic) {
    super(diagnostic.message().shown());
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
