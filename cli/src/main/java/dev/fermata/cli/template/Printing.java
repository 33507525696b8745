package dev.fermata.cli.template;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Go prints values: side by side, as JSON, and by {@code printf}. */
final class Printing {
  private static final Pattern VERB =
      Pattern.compile(
          "%(?<flags>[-+# 0]*)(?<width>\\d{1,4})?(?:\\.(?<most>\\d{1,4}))?(?<verb>.|$)");

  private Printing() {}

  static String joined(Collection<Datum> data) {
    return data.stream().map(Datum::print).collect(joining(" "));
  }

  /** Text stands at text without a space between, numbers do not. */
  static String print(List<Datum> data) {
    var text = new StringBuilder();
    for (int i = 0; i < data.size(); i++) {
      boolean apart =
          i > 0 && !(data.get(i) instanceof Datum.Text) && !(data.get(i - 1) instanceof Datum.Text);
      text.append(apart ? " " : "").append(data.get(i).print());
    }
    return text.toString();
  }

  static String json(Datum datum) {
    return switch (datum) {
      case Datum.Text text -> quoted(text.text());
      case Datum.Whole whole -> whole.print();
      case Datum.Truth truth -> truth.print();
      case Datum.Items items ->
          items.items().stream().map(Printing::json).collect(joining(",", "[", "]"));
      case Datum.Fields fields ->
          fields.byName().entrySet().stream()
              .filter(field -> !(field.getValue() instanceof Datum.Lookup))
              .map(field -> quoted(field.getKey()) + ":" + json(field.getValue()))
              .collect(joining(",", "{", "}"));
      case Datum.Lookup lookup -> "null";
      case Datum.Nothing nothing -> "null";
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default ->
            quoted.append(
                character < ' '
                    ? String.format(Locale.ROOT, "\\u%04x", (int) character)
                    : character);
      }
    }
    return quoted.append('"').toString();
  }

  /** As Go's {@code printf}, whose mistakes are printed in place of the value. */
  static String format(String format, List<Datum> values) {
    var text = new StringBuilder();
    Matcher verbs = VERB.matcher(format);
    int next = 0;
    while (verbs.find()) {
      String verb = verbs.group("verb");
      if (verb.equals("%")) {
        verbs.appendReplacement(text, "%");
        continue;
      }
      String shown =
          next < values.size() ? padded(verbs, values.get(next)) : "%!" + verb + "(MISSING)";
      next++;
      verbs.appendReplacement(text, Matcher.quoteReplacement(shown));
    }
    verbs.appendTail(text);
    if (next < values.size()) {
      text.append("%!(EXTRA ").append(joined(values.subList(next, values.size()))).append(')');
    }
    return text.toString();
  }

  private static String padded(Matcher verb, Datum value) {
    String shown = shown(verb.group("verb").charAt(0), value);
    if (verb.group("most") != null && value instanceof Datum.Text) {
      shown = shown.substring(0, Math.min(shown.length(), Integer.parseInt(verb.group("most"))));
    }
    int width = verb.group("width") == null ? 0 : Integer.parseInt(verb.group("width"));
    int missing = Math.max(0, width - shown.codePointCount(0, shown.length()));
    String flags = verb.group("flags");
    if (flags.contains("-")) {
      return shown + " ".repeat(missing);
    }
    boolean zeros = flags.contains("0") && value instanceof Datum.Whole;
    return (zeros ? "0" : " ").repeat(missing) + shown;
  }

  private static String shown(char verb, Datum value) {
    boolean whole = value instanceof Datum.Whole;
    boolean truth = value instanceof Datum.Truth;
    return switch (verb) {
      case 'v' -> value.print();
      case 's' -> whole || truth ? wrong(verb, value) : value.print();
      case 'q' -> whole || truth ? wrong(verb, value) : quoted(value.print());
      case 'd' -> whole ? value.print() : wrong(verb, value);
      case 'x' ->
          value instanceof Datum.Whole number
              ? Long.toHexString(number.number())
              : wrong(verb, value);
      case 't' -> truth ? value.print() : wrong(verb, value);
      default -> wrong(verb, value);
    };
  }

  private static String wrong(char verb, Datum value) {
    String kind =
        switch (value) {
          case Datum.Text text -> "string";
          case Datum.Whole whole -> "int";
          case Datum.Truth truth -> "bool";
          case Datum.Items items -> "slice";
          case Datum.Fields fields -> "struct";
          case Datum.Lookup lookup -> "func";
          case Datum.Nothing nothing -> "nil";
        };
    return "%!" + verb + "(" + kind + "=" + value.print() + ")";
  }
}
