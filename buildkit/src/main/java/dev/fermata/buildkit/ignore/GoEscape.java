package dev.fermata.buildkit.ignore;

/** What stands behind a {@code \} in a regular expression of Go's. */
final class GoEscape {
  private GoEscape() {}

  /** As Java writes it, and where it ends. */
  record Kind(String java, int end) {}

  /** One letter, and where its name ends. */
  record Letter(int letter, int end) {}

  static Kind read(String pattern, String text, int at) {
    if (at >= text.length()) {
      throw unknown(pattern, "");
    }
    char letter = text.charAt(at);
    return switch (letter) {
      case 'd', 'D', 'w', 'W', 'A', 'b', 'B', 'z' -> new Kind("\\" + letter, at + 1);
      // Java's has the vertical tab besides.
      case 's' -> new Kind("[\\t\\n\\f\\r ]", at + 1);
      case 'S' -> new Kind("[^\\t\\n\\f\\r ]", at + 1);
      case 'p', 'P' -> category(pattern, text, at);
      default -> {
        Letter one = letter(pattern, text, at);
        yield new Kind(literal(one.letter()), one.end());
      }
    };
  }

  /** {@code \pL}, or {@code \p{Lu}}. */
  private static Kind category(String pattern, String text, int at) {
    int close = text.startsWith("{", at + 1) ? text.indexOf('}', at) : -1;
    if (close > 0) {
      return new Kind("\\" + text.substring(at, close + 1), close + 1);
    }
    if (at + 1 >= text.length() || "CLMNPSZ".indexOf(text.charAt(at + 1)) < 0) {
      throw unknown(pattern, String.valueOf(text.charAt(at)));
    }
    return new Kind("\\" + text.substring(at, at + 2), at + 2);
  }

  static Letter letter(String pattern, String text, int at) {
    int letter = text.codePointAt(at);
    int end = at + Character.charCount(letter);
    return switch (letter) {
      case 'a' -> new Letter(7, end);
      case 'f' -> new Letter('\f', end);
      case 'n' -> new Letter('\n', end);
      case 'r' -> new Letter('\r', end);
      case 't' -> new Letter('\t', end);
      case 'v' -> new Letter(11, end);
      case 'x' ->
          text.startsWith("{", end)
              ? inBraces(pattern, text, end)
              : number(pattern, text, end, 2, 2, 16);
      case '0' -> number(pattern, text, at, 1, 3, 8);
      case '1', '2', '3', '4', '5', '6', '7' -> number(pattern, text, at, 2, 3, 8);
      default -> {
        if (letter >= 128 || Character.isLetterOrDigit(letter)) {
          throw unknown(pattern, Character.toString(letter));
        }
        yield new Letter(letter, end);
      }
    };
  }

  private static Letter number(
      String pattern, String text, int from, int least, int most, int base) {
    int at = from;
    int number = 0;
    while (at < text.length() && at - from < most && Character.digit(text.charAt(at), base) >= 0) {
      number = number * base + Character.digit(text.charAt(at++), base);
    }
    if (at - from < least) {
      throw unknown(pattern, text.substring(from - (base == 16 ? 1 : 0), at));
    }
    return new Letter(number, at);
  }

  private static Letter inBraces(String pattern, String text, int brace) {
    Letter letter = number(pattern, text, brace + 1, 1, 6, 16);
    if (!text.startsWith("}", letter.end()) || letter.letter() > Character.MAX_CODE_POINT) {
      throw unknown(pattern, "x");
    }
    return new Letter(letter.letter(), letter.end() + 1);
  }

  private static PatternException unknown(String pattern, String escape) {
    return new PatternException(pattern, "`\\" + escape + "` means nothing");
  }

  static String literal(int letter) {
    boolean plain = letter >= 128 || Character.isLetterOrDigit(letter) || letter < 32;
    return (plain ? "" : "\\") + Character.toString(letter);
  }
}
