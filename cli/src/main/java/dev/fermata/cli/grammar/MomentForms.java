package dev.fermata.cli.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a point in time is written. Durations are those of Go, and days beside; a date may lack its
 * time, a time its seconds, and both their zone, which is the user's then.
 */
final class MomentForms {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
  private static final Map<String, BigDecimal> SECONDS_OF =
      Map.of(
          "ns", new BigDecimal("1e-9"),
          "us", new BigDecimal("1e-6"),
          "µs", new BigDecimal("1e-6"),
          "μs", new BigDecimal("1e-6"),
          "ms", new BigDecimal("1e-3"),
          "s", BigDecimal.ONE,
          "m", BigDecimal.valueOf(60),
          "h", BigDecimal.valueOf(3_600),
          "d", BigDecimal.valueOf(86_400));
  private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{0,18})?|\\.\\d{1,18})";
  private static final Pattern PART = Pattern.compile(NUMBER + "(ns|us|µs|μs|ms|s|m|h|d)");
  private static final Pattern AGO = Pattern.compile("[+-]?(?:" + PART + ")+");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[Tt ](\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?)?)?"
              + "([Zz]|[+-]\\d\\d:?\\d\\d)?");

  private MomentForms() {}

  /** Throws {@link Misuse} that names the flag. */
  static Moment read(String flag, String text) {
    if (AGO.matcher(text).matches()) {
      return new Moment.Ago(duration(text));
    }
    if (SECONDS.matcher(text).matches()) {
      return new Moment.At(Instant.EPOCH.plus(seconds(new BigDecimal(text))));
    }
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      return date(date)
          .<Moment>map(Moment.At::new)
          .orElseThrow(() -> misuse("`" + flag + "`: no calendar has `" + text + "`"));
    }
    throw misuse("`" + flag + "` takes a time, not `" + text + "`");
  }

  private static Misuse misuse(String sentence) {
    return new Misuse(
        sentence,
        Optional.of(
            "how long ago: 10m or 1h30m; a date or a time: 2026-01-31, 2026-01-31T12:00:00Z;"
                + " seconds since 1970: 1769860800.5"));
  }

  private static Duration duration(String text) {
    BigDecimal sum = BigDecimal.ZERO;
    for (MatchResult part : PART.matcher(text).results().toList()) {
      sum = sum.add(new BigDecimal(part.group(1)).multiply(SECONDS_OF.get(part.group(2))));
    }
    Duration duration = seconds(sum);
    return text.startsWith("-") ? duration.negated() : duration;
  }

  private static Duration seconds(BigDecimal seconds) {
    BigDecimal[] parts = seconds.multiply(NANOS).divideAndRemainder(NANOS);
    return Duration.ofSeconds(
        parts[0].longValueExact(), parts[1].setScale(0, RoundingMode.DOWN).longValueExact());
  }

  /** Empty where there is no such day or time. */
  private static Optional<Instant> date(MatchResult written) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(written.group(1)),
              number(written.group(2)),
              number(written.group(3)),
              number(written.group(4)),
              number(written.group(5)),
              number(written.group(6)),
              nanos(written.group(7)));
      return Optional.of(local.atZone(zone(written.group(8))).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }

  private static ZoneId zone(@Nullable String written) {
    if (written == null) {
      return ZoneId.systemDefault();
    }
    return written.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(written);
  }
}
