package dev.fermata.model.text;

import dev.fermata.model.diagnostic.Message;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as {@code 1h30m}, with days and weeks; at most 2^63 nanoseconds, like Go's. */
public final class DurationText {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L,
          "w", 604_800_000_000_000L);

  /** Of digits no more than anybody needs: to read more takes more than linear time. */
  private static final Pattern PART =
      Pattern.compile("([0-9]{0,400})(\\.([0-9]{0,400}))?([^0-9.]*)");

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private DurationText() {}

  public static Parsed<Duration> parse(String text) {
    return Parsed.attempt(() -> Duration.ofNanos(nanoseconds(text)));
  }

  private static long nanoseconds(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int from = signed ? 1 : 0;
    String digits = text.substring(from);
    if (digits.equals("0")) {
      return 0;
    }
    if (digits.isEmpty()) {
      throw new Mistake(0, 1, "a duration is a number with a unit, such as `30s` or `1m30s`");
    }
    long sum = sum(text, from);
    return text.startsWith("-") ? -sum : sum;
  }

  private static long sum(String text, int from) {
    BigInteger sum = BigInteger.ZERO;
    int at = from;
    while (at < text.length()) {
      Matcher part = PART.matcher(text).region(at, text.length());
      if (!part.lookingAt() || part.end() == at) {
        throw new Mistake(at, text.length() - at, "a duration is a number with a unit");
      }
      sum = sum.add(value(part, at));
      at = part.end();
    }
    if (sum.compareTo(MOST) > 0) {
      throw new Mistake(0, text.length(), "the duration is too long");
    }
    return sum.longValueExact();
  }

  private static BigInteger value(Matcher part, int at) {
    String number = part.group().substring(0, part.start(4) - at);
    if (number.isEmpty() || number.equals(".")) {
      int end = part.end();
      throw new Mistake(
          at,
          end - at,
          text ->
              Message.of("a number is missing before `%s`", text.part(at + number.length(), end)));
    }
    if (part.group(4).isEmpty()) {
      throw new Mistake(
          at,
          number.length(),
          text ->
              Message.of(
                  "`%s` has no unit, such as `s`, `m` or `h`",
                  text.part(at, at + number.length())));
    }
    Long unit = UNITS.get(part.group(4));
    if (unit == null) {
      int from = part.start(4);
      int to = part.end(4);
      throw new Mistake(
          from, to - from, text -> Message.of("unknown unit `%s`", text.part(from, to)));
    }
    String decimal = "0" + number + (number.endsWith(".") ? "0" : "");
    return new BigDecimal(decimal)
        .multiply(BigDecimal.valueOf(unit))
        .setScale(0, RoundingMode.DOWN)
        .toBigInteger();
  }

  /** As Docker Compose prints it: {@code 1h30m0s}, {@code 1.5s}, {@code 300ms}, {@code 0s}. */
  public static String format(Duration duration) {
    long nanoseconds = duration.toNanos();
    if (nanoseconds < 0) {
      return "-" + format(duration.negated());
    }
    if (nanoseconds < 1_000_000_000L) {
      return small(nanoseconds);
    }
    long hours = nanoseconds / 3_600_000_000_000L;
    long minutes = nanoseconds / 60_000_000_000L % 60;
    String seconds = decimal(nanoseconds % 60_000_000_000L, 1_000_000_000L) + "s";
    if (hours > 0) {
      return hours + "h" + minutes + "m" + seconds;
    }
    return minutes > 0 ? minutes + "m" + seconds : seconds;
  }

  private static String small(long nanoseconds) {
    if (nanoseconds == 0) {
      return "0s";
    }
    if (nanoseconds < 1_000) {
      return nanoseconds + "ns";
    }
    return nanoseconds < 1_000_000
        ? decimal(nanoseconds, 1_000) + "µs"
        : decimal(nanoseconds, 1_000_000) + "ms";
  }

  private static String decimal(long value, long unit) {
    BigDecimal number = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit));
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
