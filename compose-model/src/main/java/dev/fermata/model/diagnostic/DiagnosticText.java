package dev.fermata.model.diagnostic;

import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Diagnostics as users read them: place, severity, sentence and code on one line, then the quoted
 * line with carets, the hint and the related places. Lines that look like credentials are masked.
 */
public final class DiagnosticText {
  /** Whether the reader's terminal shows colours. */
  public enum Colours {
    NONE,
    ANSI
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
  private final Map<SourceText, SecretLines> secrets = new HashMap<>();

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
    Function<Span, String> line = line(diagnostic.code());
    diagnostic.span().ifPresent(span -> quote(text, span, line.apply(span), severity));
    diagnostic
        .hint()
        .ifPresent(
            hint -> text.append(paint(Paint.HINT, "  hint: ")).append(hint.shown()).append('\n'));
    for (Diagnostic.Related related : diagnostic.related()) {
      text.append("  ").append(paint(Paint.PLACE, place(related.span())));
      text.append(": ").append(related.message().shown()).append('\n');
      quote(text, related.span(), line.apply(related.span()), Paint.DIM);
    }
    return text.toString();
  }

  private static String place(Span span) {
    return span.source().text().isEmpty() ? span.source().name() : span.toString();
  }

  /** What a diagnostic may show of the line that a span starts on. */
  private Function<Span, String> line(Code code) {
    return span -> {
      if (!isQuotable(span)) {
        return "";
      }
      int number = span.start().line();
      return code == Code.PLAIN_SECRET
          ? Credentials.cut(span.source().line(number), span.start().column() - 1)
          : secrets.computeIfAbsent(span.source(), SecretLines::in).open(number);
    };
  }

  private static boolean isQuotable(Span span) {
    return !span.source().text().isEmpty()
        && !span.source().isConfidential()
        && span.start().line() <= span.source().lineCount()
        && span.source().lineLength(span.start().line()) <= LONGEST_LINE;
  }

  private void quote(StringBuilder text, Span span, String line, Paint caret) {
    if (!isQuotable(span)) {
      return;
    }
    var quote = QuotedLine.of(span, line);
    String number = "%5d".formatted(span.start().line());
    text.append(paint(Paint.DIM, number + " | ")).append(quote.text()).append('\n');
    text.append(paint(Paint.DIM, " ".repeat(number.length()) + " | "));
    text.append(quote.indent()).append(paint(caret, "^".repeat(quote.carets()))).append('\n');
  }

  private String paint(Paint paint, String text) {
    return colours == Colours.ANSI ? "\033[" + paint.ansi + "m" + text + "\033[0m" : text;
  }

  /** The first line of a span, cut around the carets so that it fits a terminal. */
  private record QuotedLine(String text, String indent, int carets) {
    private static final int BEFORE = 80;
    private static final int WIDTH = 120;

    static QuotedLine of(Span span, String line) {
      Position start = span.start();
      int from = Math.min(start.column() - 1, line.length());
      int to = span.end().line() == start.line() ? span.end().column() - 1 : line.length();
      int cut = from > BEFORE ? from - BEFORE / 2 : 0;
      int end = Math.min(line.length(), cut + WIDTH);
      int carets = Math.max(1, Math.min(to, end) - from);
      String before = cut > 0 ? "…" : "";
      String indent = before.replace('…', ' ') + line.substring(cut, from).replaceAll("[^\t]", " ");
      String shown = before + line.substring(cut, end) + (end < line.length() ? "…" : "");
      return new QuotedLine(ControlCharacters.marked(shown), indent, carets);
    }
  }
}
