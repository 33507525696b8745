package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A scalar. {@code text} is the value as text: the string itself, or the canonical form of the
 * number or boolean ({@code 010} reads as {@code 8}); {@code raw} is what the file says. {@code
 * quoted} tells a quoted or block scalar from a plain one.
 */
public record Scalar(
    Kind kind, String text, String raw, boolean quoted, Span span, MergeTag tag, History history)
    implements Node {

  /** What YAML makes of the text. */
  public enum Kind {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    /** A point in time, which is a text only where any single value is. */
    DATE,
    NULL
  }

  public static Scalar string(String text, Span span) {
    return new Scalar(Kind.STRING, text, text, false, span, MergeTag.NONE, History.NONE);
  }

  /** A text that is never shown, whatever its name is. */
  public static Scalar secret(String text, Span span) {
    var given = new Assignment(text, span, Optional.empty(), List.of(), true);
    History history = History.of(List.of(Draw.whole(span.source().name(), given)));
    return new Scalar(Kind.STRING, text, text, false, span, MergeTag.NONE, history);
  }

  public static Scalar bool(boolean value, Span span) {
    String text = Boolean.toString(value);
    return new Scalar(Kind.BOOLEAN, text, text, false, span, MergeTag.NONE, History.NONE);
  }

  public static Scalar integer(long value, Span span) {
    String text = Long.toString(value);
    return new Scalar(Kind.INTEGER, text, text, false, span, MergeTag.NONE, History.NONE);
  }

  public static Scalar nothing(Span span) {
    return new Scalar(Kind.NULL, "", "", false, span, MergeTag.NONE, History.NONE);
  }

  /** A value that follows from something else in the file: nobody wrote it. */
  public static Scalar implied(String text, Span span) {
    return new Scalar(Kind.STRING, text, "", false, span, MergeTag.NONE, History.NONE);
  }

  public boolean isImplied() {
    return kind == Kind.STRING && raw.isEmpty() && !text.isEmpty();
  }

  public boolean isNull() {
    return kind == Kind.NULL;
  }

  public Scalar withText(Kind newKind, String newText) {
    return newKind == kind && newText.equals(text)
        ? this
        : new Scalar(newKind, newText, raw, quoted, span, tag, historyOf(newText));
  }

  private History historyOf(String newText) {
    return newText.equals(text) ? history : history.spread(newText.length());
  }

  /** The text for messages, which knows what of it may be secret. */
  public Quote quote() {
    return new Quote(text, history.secrets(text));
  }

  /** The text as the file has it, for messages about how it is written. */
  public Quote quoteRaw() {
    return new Quote(raw, List.of());
  }

  @Override
  public Scalar withTag(MergeTag newTag) {
    return newTag == tag ? this : new Scalar(kind, text, raw, quoted, span, newTag, history);
  }

  @Override
  public Scalar withHistory(History newHistory) {
    return new Scalar(kind, text, raw, quoted, span, tag, newHistory);
  }
}
