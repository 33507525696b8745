package dev.fermata.buildkit.ignore;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of Go's as one of Java's, as far as patterns of paths are made of it: sets
 * of letters and what stands behind a {@code \} are read differently there.
 */
final class GoRegex {
  private static final Pattern REPETITION = Pattern.compile("\\{\\d+(,\\d*)?}");

  private final String pattern;
  private final String text;
  private final StringBuilder java = new StringBuilder();
  private int at;

  private GoRegex(String pattern, String text) {
    this.pattern = pattern;
    this.text = text;
  }

  /** {@code pattern} is what is named where {@code text} is no expression. */
  static Pattern compile(String pattern, String text) {
    var regex = new GoRegex(pattern, text);
    while (regex.at < text.length()) {
      regex.part();
    }
    try {
      return Pattern.compile(regex.java.toString(), Pattern.UNIX_LINES);
    } catch (PatternSyntaxException e) {
      throw new PatternException(pattern, e.getDescription());
    }
  }

  private void part() {
    char letter = text.charAt(at);
    if (letter == '[') {
      at++;
      letters();
    } else if (text.startsWith("\\Q", at)) {
      quoted();
    } else if (letter == '\\') {
      at++;
      java.append(escape());
    } else if (letter == '{') {
      repetition();
    } else {
      at++;
      java.append(plain(letter));
    }
  }

  private static String plain(char letter) {
    return switch (letter) {
      case ']', '}' -> "\\" + letter;
      case '$' -> "\\z";
      default -> String.valueOf(letter);
    };
  }

  /** Where it is none, the letter as it is. */
  private void repetition() {
    Matcher matcher = REPETITION.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      java.append(matcher.group());
      at = matcher.end();
    } else {
      java.append("\\{");
      at++;
    }
  }

  private void quoted() {
    int end = text.indexOf("\\E", at);
    java.append(Pattern.quote(text.substring(at + 2, end < 0 ? text.length() : end)));
    at = end < 0 ? text.length() : end + 2;
  }

  private void letters() {
    java.append('[');
    if (follows("^")) {
      at++;
      java.append('^');
    }
    for (boolean first = true; first || !follows("]"); first = false) {
      if (at >= text.length()) {
        throw new PatternException(pattern, "a `[` has no `]`");
      }
      if (!namedLetters() && !kindOfLetters()) {
        range();
      }
    }
    at++;
    java.append(']');
  }

  /** {@code [:alpha:]}. */
  private boolean namedLetters() {
    int end = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
    if (end < 0) {
      return false;
    }
    boolean not = text.startsWith("^", at + 2);
    String name = text.substring(at + (not ? 3 : 2), end);
    java.append(not ? "\\P{" : "\\p{").append(javaName(name)).append('}');
    at = end + 2;
    return true;
  }

  private String javaName(String name) {
    return switch (name) {
      case "alnum" -> "Alnum";
      case "alpha" -> "Alpha";
      case "ascii" -> "ASCII";
      case "blank" -> "Blank";
      case "cntrl" -> "Cntrl";
      case "digit" -> "Digit";
      case "graph" -> "Graph";
      case "lower" -> "Lower";
      case "print" -> "Print";
      case "punct" -> "Punct";
      case "space" -> "Space";
      case "upper" -> "Upper";
      case "xdigit" -> "XDigit";
      case "word" -> "IsWord";
      default -> throw new PatternException(pattern, "there are no letters `[:" + name + ":]`");
    };
  }

  /** {@code \d}, {@code \pL}. */
  private boolean kindOfLetters() {
    if (!follows("\\") || at + 1 >= text.length() || "dDsSwWpP".indexOf(text.charAt(at + 1)) < 0) {
      return false;
    }
    at++;
    java.append(escape());
    return true;
  }

  private void range() {
    int from = letter();
    java.append(GoEscape.literal(from));
    if (follows("-") && !text.startsWith("-]", at)) {
      at++;
      int to = letter();
      if (to < from) {
        throw new PatternException(pattern, "a range of letters ends before it begins");
      }
      java.append('-').append(GoEscape.literal(to));
    }
  }

  private int letter() {
    if (at >= text.length()) {
      throw new PatternException(pattern, "a `[` has no `]`");
    }
    if (follows("\\")) {
      var escape = GoEscape.letter(pattern, text, at + 1);
      at = escape.end();
      return escape.letter();
    }
    int letter = text.codePointAt(at);
    at += Character.charCount(letter);
    return letter;
  }

  /** What stands behind a {@code \}, as Java writes it. */
  private String escape() {
    var escape = GoEscape.read(pattern, text, at);
    at = escape.end();
    return escape.java();
  }

  private boolean follows(String part) {
    return text.startsWith(part, at);
  }
}
