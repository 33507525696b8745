package dev.fermata.model.leak;

import java.util.HashMap;

/** How random a text is, in bits per letter, as Shannon has it. */
final class Entropy {
  private Entropy() {}

  static double of(String text) {
    var counts = new HashMap<Character, Integer>();
    for (int at = 0; at < text.length(); at++) {
      counts.merge(text.charAt(at), 1, Integer::sum);
    }
    double sum = 0;
    for (int count : counts.values()) {
      double share = (double) count / text.length();
      sum -= share * Math.log(share) / Math.log(2);
    }
    return sum;
  }
}
