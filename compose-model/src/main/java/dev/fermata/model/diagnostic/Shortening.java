package dev.fermata.model.diagnostic;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Cuts what messages quote: nobody reads a megabyte of digits. */
final class Shortening {
  private static final int WHOLE = 200;
  private static final int HEAD = 80;
  private static final int MOST = 2_000;

  private Shortening() {}

  /** Each stretch between back-ticks, and around them, is cut by itself. */
  static String of(String message) {
    if (message.length() <= WHOLE) {
      return message;
    }
    String cut =
        Arrays.stream(message.split("`", -1))
            .map(Shortening::stretch)
            .collect(Collectors.joining("`"));
    return cut.length() <= MOST
        ? cut
        : cut.substring(0, cut.offsetByCodePoints(0, MOST / 2)) + "...";
  }

  private static String stretch(String text) {
    return text.length() <= WHOLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, HEAD))
            + "... (%d characters)".formatted(text.length());
  }
}
