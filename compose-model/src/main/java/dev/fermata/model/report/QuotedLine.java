package dev.fermata.model.report;

import dev.fermata.model.diagnostic.ControlCharacters;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Stretch;
import dev.fermata.model.source.Span;
import java.util.List;

/** The first line of a span with masks in it, cut around the carets so that it fits a terminal. */
record QuotedLine(String text, String indent, int carets) {
  private static final int BEFORE = 80;
  private static final int WIDTH = 120;

  /** {@code secrets} are the stretches of the line that must not be seen. */
  static QuotedLine of(Span span, List<Stretch> secrets) {
    int number = span.start().line();
    var written = new Quote(span.source().line(number), secrets);
    String line = written.maskedAsIs();
    int from = written.placeInMasked(span.start().column() - 1);
    int to =
        span.end().line() == number
            ? written.placeInMasked(span.end().column() - 1)
            : line.length();
    int cut = from > BEFORE ? from - BEFORE / 2 : 0;
    int end = Math.min(line.length(), cut + WIDTH);
    int carets = Math.max(1, Math.min(to, end) - from);
    String before = cut > 0 ? "…" : "";
    String indent = before.replace('…', ' ') + line.substring(cut, from).replaceAll("[^\t]", " ");
    String shown = before + line.substring(cut, end) + (end < line.length() ? "…" : "");
    return new QuotedLine(ControlCharacters.marked(shown), indent, carets);
  }
}
