package dev.fermata.planner.build;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments that stand before a Dockerfile's first stage, filled into the names of images. */
record Variables(Map<String, String> values) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?:(:?[-+])([^}]*))?})");

  String filledInto(String text) {
    Matcher reference = REFERENCE.matcher(text);
    var filled = new StringBuilder();
    while (reference.find()) {
      reference.appendReplacement(filled, Matcher.quoteReplacement(value(reference)));
    }
    return reference.appendTail(filled).toString();
  }

  private String value(Matcher reference) {
    if (reference.group(1) != null) {
      return values.getOrDefault(reference.group(1), "");
    }
    Optional<String> value = Optional.ofNullable(values.get(reference.group(2)));
    String operator = Optional.ofNullable(reference.group(3)).orElse("");
    String operand = Optional.ofNullable(reference.group(4)).orElse("");
    boolean isThere = value.filter(it -> !operator.startsWith(":") || !it.isEmpty()).isPresent();
    if (operator.endsWith("+")) {
      return isThere ? operand : "";
    }
    return isThere ? value.orElse("") : operand;
  }
}
