package dev.fermata.model.report;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.WrittenSecrets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Diagnostics as users read them: place, severity, sentence and code on one line, then the quoted
 * line with carets, the hint and the related places. What may be secret in a line is masked.
 */
public final class DiagnosticText {
  /** Whether the reader's terminal shows colours. */
  public enum Colours {
    NONE,
    ANSI;

    /** The text in the colour or style that has this number of ANSI. */
    public String paint(String number, String text) {
      return this == ANSI && !text.isEmpty() ? "\033[" + number + "m" + text + "\033[0m" : text;
    }
  }

  private enum Paint {
    ERROR("1;31"),
    WARNING("1;33"),
    PLACE("1"),
    HINT("36"),
    DIM("2");

    private final String ansi;

    Paint(String ansi) {
      this.ansi = ansi;
    }
  }

  /** A longer line is not quoted: nobody wrote it by hand, and masking it would take its time. */
  private static final int LONGEST_LINE = 4_096;

  private final Colours colours;
  private final Map<SourceText, WrittenSecrets> secrets = new HashMap<>();

  public DiagnosticText(Colours colours) {
    this.colours = colours;
  }

  /** Several lines, each with its line end. */
  public String of(Diagnostic diagnostic) {
    var text = new StringBuilder();
    Paint severity = diagnostic.isError() ? Paint.ERROR : Paint.WARNING;
    diagnostic.span().ifPresent(span -> text.append(paint(Paint.PLACE, place(span))).append(": "));
    text.append(paint(severity, diagnostic.severity().name().toLowerCase(Locale.ROOT)))
        .append(": ")
        .append(diagnostic.message().shown())
        .append(paint(Paint.DIM, " [" + diagnostic.code().text() + "]"))
        .append('\n');
    diagnostic.span().ifPresent(span -> quote(text, span, severity));
    diagnostic
        .hint()
        .ifPresent(
            hint -> text.append(paint(Paint.HINT, "  hint: ")).append(hint.shown()).append('\n'));
    for (Diagnostic.Related related : diagnostic.related()) {
      text.append("  ").append(paint(Paint.PLACE, place(related.span())));
      text.append(": ").append(related.message().shown()).append('\n');
      quote(text, related.span(), Paint.DIM);
    }
    return text.toString();
  }

  private static String place(Span span) {
    return span.source().text().isEmpty() ? span.source().name() : span.toString();
  }

  private static boolean isQuotable(Span span) {
    return !span.source().text().isEmpty()
        && !span.source().isConfidential()
        && span.start().line() <= span.source().lineCount()
        && span.source().lineLength(span.start().line()) <= LONGEST_LINE;
  }

  private void quote(StringBuilder text, Span span, Paint caret) {
    if (!isQuotable(span)) {
      return;
    }
    int line = span.start().line();
    var written = secrets.computeIfAbsent(span.source(), WrittenSecrets::in);
    var quote = QuotedLine.of(span, written.onLine(line));
    String number = "%5d".formatted(line);
    text.append(paint(Paint.DIM, number + " | ")).append(quote.text()).append('\n');
    text.append(paint(Paint.DIM, " ".repeat(number.length()) + " | "));
    text.append(quote.indent()).append(paint(caret, "^".repeat(quote.carets()))).append('\n');
  }

  private String paint(Paint paint, String text) {
    return colours.paint(paint.ansi, text);
  }
}
