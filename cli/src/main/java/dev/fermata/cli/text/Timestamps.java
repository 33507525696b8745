package dev.fermata.cli.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Points in time as Go programs write them. */
public final class Timestamps {
  private static final DateTimeFormatter MACHINES =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter READERS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private Timestamps() {}

  /** {@code 2026-01-31T12:00:00.5Z}: as few digits as say it all. */
  public static String utc(Instant time) {
    return MACHINES.format(time.atOffset(ZoneOffset.UTC));
  }

  /** The same, in the user's zone. */
  public static String local(Instant time) {
    return MACHINES.format(time.atZone(ZoneId.systemDefault()));
  }

  /** {@code 2026-01-31 12:00:00.500000}, in the user's zone. */
  public static String readable(Instant time) {
    return READERS.format(time.atZone(ZoneId.systemDefault()));
  }
}
