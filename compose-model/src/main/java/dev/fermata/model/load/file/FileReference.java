package dev.fermata.model.load.file;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Scalar;
import java.util.Optional;

/** A file to read, by its absolute path, how it is named, and the place that names it. */
public record FileReference(String path, Quote written, Optional<Span> namedAt) {

  /** One that no file names. */
  public static FileReference given(String path) {
    return new FileReference(path, Quote.name(path), Optional.empty());
  }

  public static FileReference at(Span place, String path) {
    return new FileReference(path, Quote.name(path), Optional.of(place));
  }

  public static FileReference at(Scalar named, String path) {
    return new FileReference(path, named.quote(), Optional.of(named.span()));
  }

  /** The path in another form for messages, which may be secret if any of the written one may. */
  public Quote as(String shown) {
    return written.as(shown);
  }

  /** An error about the file, at the place that names it. */
  public Diagnostic error(Code code, @CompileTimeConstant String template, MessagePart... parts) {
    Message message = Message.of(template, parts);
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
