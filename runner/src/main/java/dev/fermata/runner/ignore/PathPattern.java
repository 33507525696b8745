package dev.fermata.runner.ignore;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths as Go's {@code filepath.Match} reads it, and {@code **} for any number of
 * folders. What is no pattern there is none here.
 */
final class PathPattern {
  private final String text;
  private final StringBuilder regex = new StringBuilder();
  private int at;

  private PathPattern(String text) {
    this.text = text;
  }

  /** Throws a {@link PatternSyntaxException} where the text is no pattern. */
  static Pattern compile(String text) {
    var pattern = new PathPattern(text);
    while (pattern.at < text.length()) {
      pattern.part();
    }
    return Pattern.compile(pattern.regex.toString());
  }

  private void part() {
    char letter = text.charAt(at++);
    switch (letter) {
      case '*' -> star();
      case '?' -> regex.append("[^/]");
      case '[' -> letters();
      case '\\' -> literal(escaped());
      default -> literal(letter);
    }
  }

  private void star() {
    if (!follows('*')) {
      regex.append("[^/]*");
      return;
    }
    at += text.startsWith("/", at + 1) ? 2 : 1;
    regex.append(at >= text.length() ? ".*" : "(.*/)?");
  }

  /** {@code [a-z]}, {@code [^a]}; the first {@code ]} ends it, unless it is escaped. */
  private void letters() {
    regex.append('[');
    if (follows('^')) {
      at++;
      regex.append('^');
    }
    do {
      literal(member());
      if (follows('-')) {
        at++;
        regex.append('-');
        literal(member());
      }
    } while (!follows(']'));
    at++;
    regex.append(']');
  }

  private char member() {
    if (at >= text.length()) {
      throw new PatternSyntaxException("a `[` has no `]`", text, at);
    }
    char letter = text.charAt(at++);
    if (letter == '-' || letter == ']') {
      throw new PatternSyntaxException(
          "a `" + letter + "` stands where a letter belongs", text, at);
    }
    return letter == '\\' ? escaped() : letter;
  }

  private char escaped() {
    if (at >= text.length()) {
      throw new PatternSyntaxException("a `\\` has nothing behind it", text, at);
    }
    return text.charAt(at++);
  }

  private void literal(char letter) {
    if (!Character.isLetterOrDigit(letter) && letter < 128) {
      regex.append('\\');
    }
    regex.append(letter);
  }

  private boolean follows(char letter) {
    return at < text.length() && text.charAt(at) == letter;
  }
}
