package dev.fermata.model.tree;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The text of a floating-point number in the form that Docker Compose gives it where text is
 * wanted: the shortest digits that read back the same.
 */
public final class Decimals {
  private Decimals() {}

  /** {@code 2.5}, {@code 12000}, and with an exponent from a million on: {@code 1.5e+06}. */
  public static String text(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return String.format(
        Locale.ROOT,
        "%s%s%se%s%02d",
        value < 0 ? "-" : "",
        digits.charAt(0),
        fraction,
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }
}
