package dev.fermata.cli.text;

import java.time.Duration;
import java.util.Locale;

/** Durations for readers. */
public final class Elapsed {
  private Elapsed() {}

  /** {@code 0.4s}, {@code 12.3s}, {@code 2m05s}, {@code 1h02m}. */
  public static String text(Duration time) {
    if (time.toMinutes() >= 60) {
      return "%dh%02dm".formatted(time.toHours(), time.toMinutesPart());
    }
    if (time.toMinutes() >= 1) {
      return "%dm%02ds".formatted(time.toMinutes(), time.toSecondsPart());
    }
    return String.format(Locale.ROOT, "%.1fs", time.toMillis() / 1000.0);
  }

  /** How long ago, as the docker client says it: {@code About a minute}, {@code 3 hours}. */
  public static String human(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 1) {
      return "Less than a second";
    }
    if (seconds == 1) {
      return "1 second";
    }
    if (seconds < 60) {
      return seconds + " seconds";
    }
    return humanMinutes(time.toMinutes(), Math.round(time.toMillis() / 3_600_000.0));
  }

  private static String humanMinutes(long minutes, long hours) {
    if (minutes == 1) {
      return "About a minute";
    }
    if (minutes < 60) {
      return minutes + " minutes";
    }
    if (hours == 1) {
      return "About an hour";
    }
    if (hours < 48) {
      return hours + " hours";
    }
    if (hours < 24 * 14) {
      return hours / 24 + " days";
    }
    if (hours < 24 * 60) {
      return hours / 24 / 7 + " weeks";
    }
    return hours < 24 * 365 * 2 ? hours / 24 / 30 + " months" : hours / 24 / 365 + " years";
  }
}
