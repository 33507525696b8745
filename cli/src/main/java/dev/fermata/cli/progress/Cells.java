package dev.fermata.cli.progress;

import java.util.regex.Pattern;

/** Text in the cells of a terminal: what moves no cursor, and how wide it is. */
final class Cells {
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|.)?");

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

  /** First and last code points of the scripts and pictures that take two cells. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}
  };

  private Cells() {}

  /** On one line, without what a terminal would obey. */
  static String shown(String text) {
    return CONTROL_CHARACTERS.matcher(bare(text)).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  /** Without sequences that a terminal obeys. */
  static String bare(String text) {
    return text.indexOf('\u001b') < 0 ? text : ESCAPES.matcher(text).replaceAll("");
  }

  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (point >= range[0] && point <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** Text that is too wide loses its end. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    var kept = new StringBuilder();
    int used = 1;
    for (int point : text.codePoints().toArray()) {
      used += width(point);
      if (used > width) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return width < 2 ? "" : kept.append('…').toString();
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }
}
