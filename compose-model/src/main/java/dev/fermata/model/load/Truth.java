package dev.fermata.model.load;

import java.util.Locale;

/** Booleans of environment variables. */
final class Truth {
  private Truth() {}

  static boolean of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "t", "true", "y", "yes" -> true;
      default -> false;
    };
  }
}
