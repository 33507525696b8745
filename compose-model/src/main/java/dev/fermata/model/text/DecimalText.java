package dev.fermata.model.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as text in the forms that Docker Compose's language reads: {@code 1.5}, {@code .5},
 * {@code 1e3}, {@code 1_000}, and {@code 0x1p-2} in base 16.
 */
public final class DecimalText {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]{1,3}");
  private static final Pattern GROUPED = Pattern.compile("[^_]*[0-9a-fA-FxX](_[0-9a-fA-F][^_]*)*");

  /** To read longer ones takes more than linear time. */
  private static final int MAX_LENGTH = 400;

  private DecimalText() {}

  /** Empty for what is no number, or none that a 64-bit one comes near. */
  public static Optional<BigDecimal> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String bare = GROUPED.matcher(text).matches() ? text.replace("_", "") : text;
    if (DECIMAL.matcher(bare).matches()) {
      return Optional.of(new BigDecimal(bare));
    }
    if (!HEXADECIMAL.matcher(bare).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(bare);
    return Double.isFinite(value) ? Optional.of(new BigDecimal(value)) : Optional.empty();
  }
}
