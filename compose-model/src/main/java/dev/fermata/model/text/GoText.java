package dev.fermata.model.text;

import java.math.BigDecimal;
import java.util.Comparator;

/** Forms that Docker Compose's language gives to values: hashes depend on them. */
public final class GoText {
  /** By the bytes of UTF-8, as Go sorts the keys of a map. */
  public static final Comparator<String> ORDER = GoText::compare;

  private GoText() {}

  private static int compare(String a, String b) {
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates are parts of characters that come after all others. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }

  /** A 32-bit number as Go's JSON has it: {@code 1}, {@code 0.5}, {@code 1e-07}. */
  public static String json(float value) {
    var number = new BigDecimal(Float.toString(value));
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-6 || size >= 1e21)) {
      return exponential(number);
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String exponential(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    String digits = bare.movePointLeft(exponent).toPlainString();
    return digits + "e" + (exponent < 0 ? "-" : "+") + two(Math.abs(exponent));
  }

  private static String two(int exponent) {
    return exponent < 10 && exponent >= 0 ? "0" + exponent : Integer.toString(exponent);
  }
}
