package dev.fermata.cli.text;

import java.util.Collection;
import java.util.List;

/** Lists of names in a sentence. */
final class Names {
  private Names() {}

  /** {@code `a`}, {@code `a` and `b`}, {@code `a`, `b` and `c`}. */
  static String quoted(Collection<?> names) {
    return joined(names.stream().map(name -> "`" + name + "`").toList());
  }

  static String joined(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
