package dev.fermata.model.load.interpolate;

/** Finds the end of a {@code ${...}}, which never spans lines. */
final class Braces {
  private Braces() {}

  /**
   * The brace that closes the one at {@code open}. Where they do not balance, the last one of the
   * line: so reads Docker Compose, and <code>${A:-{}</code> has the default <code>{</code>.
   */
  static int close(String text, int open) {
    int depth = 0;
    int last = -1;
    for (int i = open; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '{') {
        depth++;
      }
      if (text.charAt(i) == '}') {
        depth--;
        last = i;
        if (depth == 0) {
          return i;
        }
      }
    }
    return last;
  }

  /** From {@code start} to the end of its line. */
  static String line(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }
}
