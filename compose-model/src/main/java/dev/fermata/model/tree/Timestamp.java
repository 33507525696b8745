package dev.fermata.model.tree;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates: Docker Compose reads them as points in time and prints them in a form of its own. */
public final class Timestamp {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?<mark>[Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?"
              + "(?<zone>Z|[-+]\\d\\d:\\d\\d)?)?");

  private Timestamp() {}

  /** {@code 2024-1-31} as {@code 2024-01-31 00:00:00 +0000 UTC}; empty for what is no date. */
  static Optional<String> canonical(String plain) {
    Matcher form = FORM.matcher(plain);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean zoned = form.group("zone") != null;
    boolean timed = form.group("mark") != null;
    if (timed && zoned == " ".equals(form.group("mark"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(text(form));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static String text(Matcher form) {
    String fraction = form.group(8) == null ? "" : form.group(8);
    var time =
        LocalDateTime.of(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)),
            number(form, 5),
            number(form, 6),
            number(form, 7));
    String zone = form.group("zone");
    String offset = zone == null || zone.equals("Z") ? "+0000" : zone.replace(":", "");
    ZoneOffset.of(offset.substring(0, 3) + ":" + offset.substring(3));
    String name = offset.equals("+0000") ? "UTC" : offset;
    String digits = fraction.replaceAll("0+$", "");
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02d %02d:%02d:%02d%s %s %s",
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        digits.isEmpty() ? "" : "." + digits,
        offset,
        name);
  }

  /** A date as it is printed where anything goes: {@code 2024-01-31T00:00:00Z}. */
  public static Scalar internet(Scalar scalar) {
    if (scalar.kind() != Scalar.Kind.DATE) {
      return scalar;
    }
    String[] parts = scalar.text().split(" ", -1);
    String offset = parts[2].substring(0, 3) + ":" + parts[2].substring(3);
    String zone = offset.equals("+00:00") ? "Z" : offset;
    return scalar.withText(Scalar.Kind.DATE, parts[0] + "T" + parts[1] + zone);
  }

  private static int number(Matcher form, int group) {
    return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
  }
}
