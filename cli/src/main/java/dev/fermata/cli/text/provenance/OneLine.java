package dev.fermata.cli.text.provenance;

import dev.fermata.model.diagnostic.ControlCharacters;

/** Text of the user on one line of a table: what nobody would see as it is, is escaped. */
final class OneLine {
  private OneLine() {}

  static String of(String text) {
    var line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      line.append(ControlCharacters.is(character) ? escaped(character) : String.valueOf(character));
    }
    return line.toString();
  }

  private static String escaped(char unseen) {
    return switch (unseen) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted((int) unseen);
    };
  }
}
