package dev.fermata.model.leak;

import java.util.HashMap;

/** How random a text is, in bits per letter, as Shannon has it. */
final class Entropy {
  private Entropy() {}

  static double of(String text) {
    var counts = new HashMap<Character, Integer>();
    for (char letter : text.toCharArray()) {
      counts.merge(letter, 1, Integer::sum);
    }
    double sum = 0;
    for (int count : counts.values()) {
      double share = (double) count / text.length();
      sum -= share * Math.log(share) / Math.log(2);
    }
    return sum;
  }
}
