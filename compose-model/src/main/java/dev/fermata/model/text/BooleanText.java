package dev.fermata.model.text;

import java.util.Locale;
import java.util.Set;

/** Booleans of environment variables. */
public final class BooleanText {
  private static final Set<String> YES = Set.of("1", "t", "true", "y", "yes");
  private static final Set<String> NO = Set.of("", "0", "f", "false", "n", "no");

  private BooleanText() {}

  public static boolean of(String text) {
    return YES.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a text says yes or no at all. */
  public static boolean isOne(String text) {
    return of(text) || NO.contains(text.toLowerCase(Locale.ROOT));
  }
}
