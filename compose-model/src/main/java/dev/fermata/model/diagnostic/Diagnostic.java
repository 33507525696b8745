package dev.fermata.model.diagnostic;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mistake or doubt in a user's input. {@code message} is one sentence without a final full
 * stop, with back-ticks around the user's text; {@code hint} says what to do.
 */
public record Diagnostic(
    Code code,
    Severity severity,
    Optional<Span> span,
    Message message,
    Optional<Message> hint,
    List<Related> related) {

  /** Another place that belongs to the story. */
  public record Related(Span span, Message message) {}

  public Diagnostic {
    related = List.copyOf(related);
  }

  public static Diagnostic error(Code code, Span span, Message message) {
    return new Diagnostic(
        code, Severity.ERROR, Optional.of(span), message, Optional.empty(), List.of());
  }

  public static Diagnostic error(
      Code code, Span span, @CompileTimeConstant String template, MessagePart... parts) {
    return error(code, span, Message.of(template, parts));
  }

  public static Diagnostic warning(Code code, Span span, Message message) {
    return error(code, span, message).asWarning();
  }

  public static Diagnostic warning(
      Code code, Span span, @CompileTimeConstant String template, MessagePart... parts) {
    return warning(code, span, Message.of(template, parts));
  }

  /** For what has no place in a file. */
  public static Diagnostic error(Code code, Message message) {
    return new Diagnostic(
        code, Severity.ERROR, Optional.empty(), message, Optional.empty(), List.of());
  }

  public static Diagnostic error(
      Code code, @CompileTimeConstant String template, MessagePart... parts) {
    return error(code, Message.of(template, parts));
  }

  public Diagnostic hint(Message text) {
    return new Diagnostic(code, severity, span, message, Optional.of(text), related);
  }

  public Diagnostic hint(@CompileTimeConstant String template, MessagePart... parts) {
    return hint(Message.of(template, parts));
  }

  public Diagnostic related(
      Span place, @CompileTimeConstant String template, MessagePart... parts) {
    var more = new ArrayList<>(related);
    more.add(new Related(place, Message.of(template, parts)));
    return new Diagnostic(code, severity, span, message, hint, more);
  }

  /** The same, at a place where it has none yet. */
  public Diagnostic orAt(Span place) {
    return new Diagnostic(code, severity, Optional.of(span.orElse(place)), message, hint, related);
  }

  public Diagnostic asWarning() {
    return new Diagnostic(code, Severity.WARNING, span, message, hint, related);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
