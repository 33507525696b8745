package dev.fermata.model.canonical;

import java.util.Comparator;

/**
 * The order that Docker Compose's YAML writer gives to keys: numbers in them count as numbers, and
 * letters come after anything else, except behind a digit.
 */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    boolean digits = false;
    for (int i = 0; i < a.length && i < b.length; i++) {
      if (a[i] != b[i]) {
        return differing(a, b, i, digits);
      }
      digits = Character.isDigit(a[i]);
    }
    return Integer.compare(a.length, b.length);
  }

  private static int differing(int[] a, int[] b, int at, boolean digits) {
    boolean letter = Character.isLetter(a[at]);
    boolean other = Character.isLetter(b[at]);
    if (letter && other) {
      return Integer.compare(a[at], b[at]);
    }
    if (letter || other) {
      return letter == digits ? -1 : 1;
    }
    int start = a[at] == '0' || b[at] == '0' ? leading(a, at) : 0;
    int byNumber = Long.compare(number(a, at, start), number(b, at, start));
    int byLength = Integer.compare(end(a, at), end(b, at));
    if (byNumber != 0) {
      return byNumber;
    }
    return byLength != 0 ? byLength : Integer.compare(a[at], b[at]);
  }

  /** A zero counts where a digit other than zero stands before it. */
  private static int leading(int[] text, int at) {
    for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
      if (text[i] != '0') {
        return 1;
      }
    }
    return 0;
  }

  private static long number(int[] text, int at, int start) {
    long number = start;
    for (int i = at; i < end(text, at); i++) {
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }

  private static int end(int[] text, int at) {
    int end = at;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }
}
