package dev.fermata.model.diagnostic;

import dev.fermata.model.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One mistake or doubt in a user's input. {@code message} is one sentence without a final full
 * stop, with back-ticks around the user's text; {@code hint} says what to do.
 */
public record Diagnostic(
    Code code,
    Severity severity,
    Optional<Span> span,
    String message,
    Optional<String> hint,
    List<Related> related) {

  /** Another place that belongs to the story. */
  public record Related(Span span, String message) {
    public Related {
      message = shown(message);
    }
  }

  /** What it quotes is cut to what people read, and has no passwords of addresses in it. */
  public Diagnostic {
    message = shown(message);
    hint = hint.map(Diagnostic::shown);
    related = List.copyOf(related);
  }

  private static String shown(String text) {
    return Shortening.of(Credentials.withoutLogins(text));
  }

  public static Diagnostic error(Code code, Span span, String message) {
    return new Diagnostic(
        code, Severity.ERROR, Optional.of(span), message, Optional.empty(), List.of());
  }

  public static Diagnostic warning(Code code, Span span, String message) {
    return new Diagnostic(
        code, Severity.WARNING, Optional.of(span), message, Optional.empty(), List.of());
  }

  /** For what has no place in a file. */
  public static Diagnostic error(Code code, String message) {
    return new Diagnostic(
        code, Severity.ERROR, Optional.empty(), message, Optional.empty(), List.of());
  }

  public Diagnostic hint(String text) {
    return new Diagnostic(code, severity, span, message, Optional.of(text), related);
  }

  public Diagnostic related(Span place, String text) {
    var more = new java.util.ArrayList<>(related);
    more.add(new Related(place, text));
    return new Diagnostic(code, severity, span, message, hint, more);
  }

  /** The same, at a place where it has none yet. */
  public Diagnostic orAt(Span place) {
    return new Diagnostic(code, severity, Optional.of(span.orElse(place)), message, hint, related);
  }

  public Diagnostic asWarning() {
    return new Diagnostic(code, Severity.WARNING, span, message, hint, related);
  }

  /** The same in other words. */
  public Diagnostic withTexts(UnaryOperator<String> change) {
    return new Diagnostic(
        code,
        severity,
        span,
        change.apply(message),
        hint.map(change),
        related.stream()
            .map(other -> new Related(other.span(), change.apply(other.message())))
            .toList());
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
