package dev.fermata.cli.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that a mistyped one was meant to be. */
final class Similar {
  private Similar() {}

  /** The nearest of the words, if it is near: about a third of its letters may be wrong. */
  static Optional<String> to(String word, List<String> words) {
    return words.stream()
        .filter(other -> distance(word, other) <= Math.max(1, other.length() / 3))
        .min(Comparator.comparingInt(other -> distance(word, other)));
  }

  /** Insertions, deletions and replacements from one to the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
