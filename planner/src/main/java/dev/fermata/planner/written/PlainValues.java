package dev.fermata.planner.written;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values by their kinds; one of another kind is a malformation. */
final class PlainValues {
  private PlainValues() {}

  static Duration duration(Object written) {
    try {
      return Duration.parse(text(written));
    } catch (DateTimeParseException e) {
      throw new Malformation("`" + written + "` is not a duration such as `PT10S`");
    }
  }

  static String text(Object written) {
    if (written instanceof String text) {
      return text;
    }
    throw refused("a text", written);
  }

  static boolean truth(Object written) {
    if (written instanceof Boolean truth) {
      return truth;
    }
    throw refused("true or false", written);
  }

  static Number number(Object written) {
    if (written instanceof Number number) {
      return number;
    }
    throw refused("a number", written);
  }

  static long whole(Object written) {
    Number number = number(written);
    if (number.doubleValue() == Math.rint(number.doubleValue())) {
      return number.longValue();
    }
    throw refused("a whole number", written);
  }

  static int small(Object written) {
    long number = whole(written);
    if (number == (int) number) {
      return (int) number;
    }
    throw refused("a smaller number", written);
  }

  static List<Object> items(Object written) {
    if (written instanceof List<?> items) {
      return new ArrayList<>(items);
    }
    throw refused("a list", written);
  }

  static Map<String, Object> map(Object written) {
    if (!(written instanceof Map<?, ?> map)) {
      throw refused("a mapping", written);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(text(name), value));
    return fields;
  }

  /** What is there may be a secret, so that its kind alone is told. */
  private static Malformation refused(String wanted, @Nullable Object there) {
    String kind =
        switch (there) {
          case null -> "nothing";
          case String text -> "a text";
          case Number number -> "the number `" + number + "`";
          case Boolean truth -> "true or false";
          case List<?> items -> "a list";
          case Map<?, ?> map -> "a mapping";
          default -> "a `" + there.getClass().getSimpleName() + "`";
        };
    return new Malformation("%s must stand here, and it is %s".formatted(wanted, kind));
  }
}
