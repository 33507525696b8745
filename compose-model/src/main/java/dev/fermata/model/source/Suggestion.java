package dev.fermata.model.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Did-you-mean: the candidate that a typing mistake would turn into what was written. */
public final class Suggestion {
  private static final int FEW = 8;
  private static final int SHORTEST_ABBREVIATION = 3;

  /** Nobody mistypes more, and it would cost too much time to find out. */
  private static final int MAX_LENGTH = 100;

  private static final int MAX_CANDIDATES = 2_000;

  private Suggestion() {}

  /** The closest candidate, at most a third of the letters away; ties go to the alphabet. */
  public static Optional<String> closest(String written, Collection<String> candidates) {
    if (written.length() > MAX_LENGTH || candidates.size() > MAX_CANDIDATES) {
      return Optional.empty();
    }
    int allowed = Math.max(1, written.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - written.length()) <= allowed)
        .filter(candidate -> distance(written, candidate) <= allowed)
        .filter(candidate -> !candidate.equals(written) && written.length() > 1)
        .min(
            Comparator.comparingInt((String candidate) -> distance(written, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The candidate that {@code written} abbreviates: its letters stand there in order, the first one
   * first. Single words go before those with several parts, and short ones before long ones.
   */
  public static Optional<String> abbreviated(String written, Collection<String> candidates) {
    if (written.length() < SHORTEST_ABBREVIATION || written.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(candidate -> isAbbreviation(written, candidate))
        .min(
            Comparator.comparing((String candidate) -> candidate.contains("_"))
                .thenComparingInt(String::length)
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isAbbreviation(String written, String candidate) {
    if (!candidate.startsWith(written.substring(0, 1))) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < candidate.length() && at < written.length(); i++) {
      at += written.charAt(at) == candidate.charAt(i) ? 1 : 0;
    }
    return at == written.length();
  }

  /** Advice where a name is unknown: the one that was meant, else the few that there are. */
  public static Optional<String> hint(String written, Collection<String> candidates) {
    return closest(written, candidates)
        .map(near -> "did you mean `" + near + "`?")
        .or(() ->
            candidates.isEmpty() || candidates.size() > FEW
                ? Optional.empty()
                : Optional.of(there(candidates)));
  }

  private static String there(Collection<String> names) {
    String verb = names.size() == 1 ? "there is" : "there are";
    return verb + " `" + String.join("`, `", names) + "`";
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
   */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, from, to);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, int i, int j, String from, String to) {
    boolean same = same(from.charAt(i - 1), to.charAt(j - 1));
    int best = cost[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && same(from.charAt(i - 1), to.charAt(j - 2))
            && same(from.charAt(i - 2), to.charAt(j - 1));
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private static boolean same(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}
