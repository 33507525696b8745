package dev.fermata.cli.grammar;

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
import org.jspecify.annotations.Nullable;

/** A point in time as the docker client reads it: a date, a time, seconds, or how long ago. */
public sealed interface Moment {
  Instant seenAt(Instant now);

  record At(Instant time) implements Moment {
    @Override
    public Instant seenAt(Instant now) {
      return time;
    }
  }

  record Ago(Duration duration) implements Moment {
    @Override
    public Instant seenAt(Instant now) {
      return now.minus(duration);
    }
  }

  static Flag<Optional<Moment>> flag(String about, String name) {
    return Flag.text("TIME", about, name).as((flag, given) -> given.map(t -> Reader.of(flag, t)));
  }

  /** The forms, of which the first that fits counts. */
  final class Reader {
    private static final Pattern AGO = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final List<Function<String, Instant>> FORMS =
        List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());

    private Reader() {}

    private static Moment of(String flag, String text) {
      Matcher ago = AGO.matcher(text);
      if (!text.isEmpty() && ago.matches()) {
        return new Ago(
            Duration.ofHours(number(ago.group(1)))
                .plusMinutes(number(ago.group(2)))
                .plusSeconds(number(ago.group(3))));
      }
      if (SECONDS.matcher(text).matches()) {
        return new At(Instant.ofEpochSecond(Long.parseLong(text)));
      }
      for (Function<String, Instant> form : FORMS) {
        try {
          return new At(form.apply(text));
        } catch (DateTimeParseException e) {
          // Another form may fit.
        }
      }
      throw new Misuse(
          "`" + flag + "` takes a time such as 2026-01-31T12:00:00Z or 10m, not `" + text + "`");
    }

    private static long number(@Nullable String digits) {
      return digits == null ? 0 : Long.parseLong(digits);
    }
  }
}
