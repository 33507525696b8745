package dev.fermata.model.text;

import java.util.ArrayList;
import java.util.List;

/** A part between colons, and where it starts. */
record ColonPart(String text, int offset) {

  /** Splits at colons, but not at a Windows drive's and not inside of <code>${...}</code>. */
  static List<ColonPart> split(String text) {
    var pieces = new ArrayList<ColonPart>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && text.startsWith("${", i)) {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
      } else if (c == ':' && depth == 0 && !isDrive(text, from, i)) {
        pieces.add(piece(text, from, i));
        from = i + 1;
      }
    }
    pieces.add(piece(text, from, text.length()));
    return pieces;
  }

  private static boolean isDrive(String text, int from, int colon) {
    return colon == from + 1 && Character.isLetter(text.charAt(from));
  }

  private static ColonPart piece(String text, int from, int to) {
    if (from == to) {
      throw new Mistake(Math.max(0, from - 1), 1, "nothing stands between the colons");
    }
    return new ColonPart(text.substring(from, to), from);
  }
}
