package dev.fermata.cli.text.config;

import java.nio.charset.StandardCharsets;

/**
 * Scalars over several lines, as Docker Compose's writer breaks them: at the first single space
 * beyond the 80th column.
 */
final class YamlLines {
  private static final int WIDTH = 80;

  /** Writers take a longer key for one that does not fit on the line of its value. */
  private static final int LONGEST_KEY = 128;

  private YamlLines() {}

  /** {@code scalar}, plain or in quotes, which begins at {@code column}, with further lines. */
  static String folded(String scalar, int column, String margin) {
    if (column + scalar.length() <= WIDTH || scalar.startsWith("|")) {
      return scalar;
    }
    var lines = new StringBuilder();
    int at = column;
    for (int i = 0; i < scalar.length(); i++) {
      if (at > WIDTH && breaksAt(scalar, i)) {
        String follows = scalar.charAt(i + 1) == ' ' ? margin + "\\" : margin;
        lines.append('\n').append(follows);
        at = follows.length();
        continue;
      }
      lines.append(scalar.charAt(i));
      at += Character.isLowSurrogate(scalar.charAt(i)) ? 0 : 1;
    }
    return lines.toString();
  }

  /** A space that is neither the first nor the last; in double quotes the first of several. */
  private static boolean breaksAt(String scalar, int i) {
    char quote = scalar.charAt(0);
    int edge = quote == '"' || quote == '\'' ? 1 : 0;
    if (scalar.charAt(i) != ' ' || i <= edge || i >= scalar.length() - 1 - edge) {
      return false;
    }
    return scalar.charAt(i - 1) != ' ' && (quote == '"' || scalar.charAt(i + 1) != ' ');
  }

  static boolean isLongKey(String key) {
    return key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY;
  }
}
