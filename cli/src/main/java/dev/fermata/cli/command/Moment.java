package dev.fermata.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in time as the docker client reads it: a date, a time, seconds, or how long ago. */
final class Moment {
  private static final Pattern AGO = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant(),
          text -> LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());

  private Moment() {}

  static Optional<Instant> of(String flag, Arguments given, Instant now) {
    return given.text(flag).map(text -> parse(flag, text, now));
  }

  private static Instant parse(String flag, String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (!text.isEmpty() && ago.matches()) {
      return now.minus(
          Duration.ofHours(number(ago.group(1)))
              .plusMinutes(number(ago.group(2)))
              .plusSeconds(number(ago.group(3))));
    }
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(text);
      } catch (DateTimeParseException e) {
        // Another form may fit.
      }
    }
    throw EarlyEnd.misused(
        "`" + flag + "` takes a time such as 2026-01-31T12:00:00Z or 10m, not `" + text + "`");
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
