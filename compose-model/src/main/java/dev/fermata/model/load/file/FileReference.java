package dev.fermata.model.load.file;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.Span;
import java.util.Optional;

/** A file to read, by its absolute path, and the place that names it. */
public record FileReference(String path, Optional<Span> namedAt) {

  /** One that no file names. */
  public static FileReference given(String path) {
    return new FileReference(path, Optional.empty());
  }

  public static FileReference at(Span place, String path) {
    return new FileReference(path, Optional.of(place));
  }

  /** An error about the file, at the place that names it. */
  public Diagnostic error(Code code, String message) {
    return namedAt
        .map(place -> Diagnostic.error(code, place, message))
        .orElseGet(() -> Diagnostic.error(code, message));
  }

  /** The same, at the place that names the file; what has a place shows that beside it. */
  Diagnostic placed(Diagnostic diagnostic) {
    if (namedAt.isEmpty()) {
      return diagnostic;
    }
    return diagnostic.span().isPresent() && diagnostic.code() == Code.TOO_LARGE
        ? naming(diagnostic)
        : diagnostic.orAt(namedAt.get());
  }

  /** The same, showing who names the file. */
  public Diagnostic naming(Diagnostic diagnostic) {
    return namedAt
        .map(place -> diagnostic.related(place, "the file is named here"))
        .orElse(diagnostic);
  }
}
