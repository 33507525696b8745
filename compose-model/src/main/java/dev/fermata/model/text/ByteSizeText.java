package dev.fermata.model.text;

import dev.fermata.model.ByteSize;
import dev.fermata.model.diagnostic.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as {@code 512m}, {@code 1.5 GiB}: units of 1024. A plain number may be negative. */
public final class ByteSizeText {
  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final Pattern SIZE = Pattern.compile("(.*[0-9.])? ?([^0-9. ]*)");
  private static final int LONGEST = 1_000;
  private static final String UNITS = "kmgtp";

  private ByteSizeText() {}

  public static Parsed<ByteSize> parse(String text) {
    return Parsed.attempt(() -> new ByteSize(bytes(text)));
  }

  private static long bytes(String text) {
    if (PLAIN.matcher(text).matches()) {
      return whole(text, new BigDecimal(text));
    }
    Matcher size = SIZE.matcher(text);
    Optional<BigDecimal> number =
        text.length() <= LONGEST && size.matches() && size.group(1) != null
            ? DecimalText.parse(size.group(1))
            : Optional.empty();
    if (number.isEmpty() || number.get().signum() < 0) {
      throw new Mistake(
          0, Math.max(1, text.length()), "a size is a number with a unit, such as `512m` or `2gb`");
    }
    return whole(text, number.get().multiply(BigDecimal.valueOf(unit(size))));
  }

  private static long unit(Matcher size) {
    String unit = size.group(2).toLowerCase(Locale.ROOT);
    if (unit.isEmpty() || unit.equals("b")) {
      return 1;
    }
    int power = UNITS.indexOf(unit.charAt(0)) + 1;
    String rest = unit.substring(1);
    if (power == 0 || !(rest.isEmpty() || rest.equals("b") || rest.equals("ib"))) {
      throw new Mistake(
          size.start(2),
          unit.length(),
          text ->
              Message.of(
                  "unknown unit `%s`: a size ends in `b`, `k`, `m`, `g`, `t` or `p`",
                  text.part(size.start(2), size.end(2))));
    }
    return 1L << (10 * power);
  }

  private static long whole(String text, BigDecimal number) {
    BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
    if (whole.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new Mistake(0, text.length(), "the size is too large");
    }
    return whole.longValueExact();
  }
}
