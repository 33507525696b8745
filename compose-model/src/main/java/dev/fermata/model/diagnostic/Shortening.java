package dev.fermata.model.diagnostic;

/** Cuts what messages quote: nobody reads a megabyte of digits. */
final class Shortening {
  private static final int WHOLE = 200;
  private static final int HEAD = 80;
  private static final int MOST = 2_000;

  /** So much of either end of a message is looked at. */
  private static final int END = 5_000;

  private Shortening() {}

  /** Each stretch between back-ticks, and around them, is cut by itself; sentences are longer. */
  static String of(String message) {
    if (message.length() <= WHOLE) {
      return message;
    }
    String cut = stretches(message);
    return cut.length() <= MOST
        ? cut
        : cut.substring(0, cut.offsetByCodePoints(0, MOST / 2)) + "...";
  }

  private static String stretches(String message) {
    int left = Math.max(0, message.length() - 2 * END);
    String ends = left == 0 ? message : message.substring(0, END) + message.substring(END + left);
    var cut = new StringBuilder();
    int at = 0;
    int most = MOST;
    for (String text : ends.split("`", -1)) {
      boolean isInTheMiddle = at <= END && END <= at + text.length();
      cut.append(at == 0 ? "" : "`").append(stretch(text, most, isInTheMiddle ? left : 0));
      at += text.length() + 1;
      most = most == MOST ? WHOLE : MOST;
    }
    return cut.toString();
  }

  /** With {@code more} characters that were left out of it. */
  private static String stretch(String text, int most, int more) {
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, HEAD))
            + "... (%d characters)".formatted(text.length() + more);
  }
}
