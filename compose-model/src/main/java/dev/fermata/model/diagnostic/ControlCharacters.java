package dev.fermata.model.diagnostic;

/**
 * Characters that readers do not see as they are: those that a terminal obeys, that turn the
 * direction of writing, or that have no width.
 */
public final class ControlCharacters {
  private static final char MARK = '\uFFFD';

  private ControlCharacters() {}

  public static boolean is(char character) {
    return Character.isISOControl(character)
        || "\u061C\u2060\uFEFF".indexOf(character) >= 0
        || character == '\u200B'
        || character == '\u200E'
        || character == '\u200F'
        || (character >= '\u2028' && character <= '\u202E')
        || (character >= '\u2066' && character <= '\u2069');
  }

  /** The text with a mark in place of each; tabs and line ends stay. */
  public static String marked(String text) {
    var marked = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean stays = !is(character) || character == '\t' || character == '\n';
      marked.append(stays ? character : MARK);
    }
    return marked.toString();
  }
}
