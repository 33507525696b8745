package dev.fermata.model.lint;

import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment to {@code fermata} on a line: which codes it silences, each with its place; none where
 * it is not in the form for that.
 */
record SuppressingComment(Span span, String words, List<Named> codes) {
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)(#\\s*fermata:\\s*(.*))");
  private static final Pattern CODES = Pattern.compile("ignore=\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*)");
  private static final Pattern CODE = Pattern.compile("[\\w-]+");

  /** A code as it is written. */
  record Named(String text, Span span) {}

  /** All comments of a file, by line. */
  static List<SuppressingComment> in(SourceText source) {
    var comments = new ArrayList<SuppressingComment>();
    if (!source.text().contains("fermata:")) {
      return comments;
    }
    for (int line = 1; line <= source.lineCount(); line++) {
      Matcher comment = COMMENT.matcher(source.line(line));
      if (comment.find()) {
        comments.add(of(comment, new Span(source, new Position(line, 1), new Position(line, 1))));
      }
    }
    return comments;
  }

  private static SuppressingComment of(Matcher comment, Span line) {
    var codes = new ArrayList<Named>();
    Matcher named = CODES.matcher(comment.group(2));
    if (named.lookingAt()) {
      int start = comment.start(2) + named.start(1);
      CODE.matcher(named.group(1))
          .results()
          .map(
              code -> new Named(code.group(), line.at(start + code.start(), code.group().length())))
          .forEach(codes::add);
    }
    String text = comment.group(1).strip();
    return new SuppressingComment(
        line.at(comment.start(1), text.length()), comment.group(2), codes);
  }

  int line() {
    return span.start().line();
  }

  /** The words that may be codes. */
  List<String> guesses() {
    return CODE.matcher(words).results().map(MatchResult::group).toList();
  }

  /** Whether it looks as if it was to silence something. */
  boolean speaksOfIgnoring() {
    return words.toLowerCase(Locale.ROOT).contains("ignor");
  }
}
