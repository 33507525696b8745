package dev.fermata.cli.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Go's functions, and those that the docker client adds. What they refuse has no place yet. */
final class Functions {
  private static final Set<String> KNOWN =
      Set.of(
          "and",
          "or",
          "not",
          "len",
          "index",
          "slice",
          "print",
          "printf",
          "println",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "json",
          "split",
          "join",
          "title",
          "lower",
          "upper",
          "pad",
          "truncate");

  private static final Set<String> OF_DOCKER =
      Set.of("json", "split", "join", "title", "lower", "upper", "pad", "truncate");

  /** What templates count is never more; a wider padding would only take memory. */
  private static final int MOST = 1_000_000;

  private Functions() {}

  /** The arguments make no sense. */
  static final class Misused extends Exception {
    private static final long serialVersionUID = 1L;

    Misused(String message) {
      super(message);
    }
  }

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  /** Above a table a column's header stands for its value, and the client leaves it as it is. */
  static boolean leavesHeaders(String name) {
    return OF_DOCKER.contains(name);
  }

  static Datum call(String name, List<Datum> given) throws Misused {
    return switch (name) {
      case "not" -> new Datum.Truth(!one(name, given).isTrue());
      case "len" -> Datum.of(length(name, one(name, given)));
      case "index" -> index(given);
      case "slice" -> slice(given);
      case "print" -> Datum.of(Printing.print(given));
      case "println" -> Datum.of(Printing.joined(given) + "\n");
      case "printf" ->
          Datum.of(Printing.format(text(name, given, 0), given.subList(1, given.size())));
      case "eq" -> new Datum.Truth(equalsAny(given));
      case "ne" -> new Datum.Truth(compare(name, given) != 0);
      case "lt" -> new Datum.Truth(compare(name, given) < 0);
      case "le" -> new Datum.Truth(compare(name, given) <= 0);
      case "gt" -> new Datum.Truth(compare(name, given) > 0);
      case "ge" -> new Datum.Truth(compare(name, given) >= 0);
      case "json" -> Datum.of(Printing.json(one(name, given)));
      case "lower" -> Datum.of(text(name, given, 0).toLowerCase(Locale.ROOT));
      case "upper" -> Datum.of(text(name, given, 0).toUpperCase(Locale.ROOT));
      case "title" -> Datum.of(title(text(name, given, 0)));
      case "split" -> split(text(name, given, 0), text(name, given, 1));
      case "join" -> join(given);
      case "pad" -> pad(given);
      case "truncate" -> truncate(given);
      default -> throw new IllegalStateException("a bug: no function " + name);
    };
  }

  private static Datum one(String name, List<Datum> given) throws Misused {
    if (given.size() != 1) {
      throw new Misused("`" + name + "` takes one argument, not " + given.size());
    }
    return given.getFirst();
  }

  private static Datum at(String name, List<Datum> given, int place) throws Misused {
    if (place >= given.size()) {
      throw new Misused(
          "`" + name + "` takes at least " + (place + 1) + " arguments, not " + given.size());
    }
    return given.get(place);
  }

  private static String text(String name, List<Datum> given, int place) throws Misused {
    Datum datum = at(name, given, place);
    if (datum instanceof Datum.Text text) {
      return text.text();
    }
    throw new Misused("`" + name + "` takes a text, not " + datum.kind());
  }

  private static int number(String name, List<Datum> given, int place) throws Misused {
    Datum datum = at(name, given, place);
    if (datum instanceof Datum.Whole whole && Math.abs(whole.number()) <= MOST) {
      return (int) whole.number();
    }
    String wrong = datum instanceof Datum.Whole whole ? whole.print() : datum.kind();
    throw new Misused("`" + name + "` takes a number up to " + MOST + ", not " + wrong);
  }

  /** Of a text its bytes, as Go counts. */
  private static int length(String name, Datum datum) throws Misused {
    return switch (datum) {
      case Datum.Text text -> text.text().getBytes(StandardCharsets.UTF_8).length;
      case Datum.Items items -> items.items().size();
      case Datum.Fields fields -> fields.byName().size();
      case Datum.Whole whole -> throw uncountable(name, whole);
      case Datum.Truth truth -> throw uncountable(name, truth);
      case Datum.Lookup lookup -> throw uncountable(name, lookup);
      case Datum.Nothing nothing -> throw uncountable(name, nothing);
    };
  }

  private static Misused uncountable(String name, Datum datum) {
    return new Misused("`" + name + "` takes a text, a list or an object, not " + datum.kind());
  }

  private static Datum index(List<Datum> given) throws Misused {
    Datum found = at("index", given, 0);
    for (int i = 1; i < given.size(); i++) {
      found =
          switch (found) {
            case Datum.Items items -> item(items.items(), number("index", given, i));
            case Datum.Fields fields ->
                Optional.ofNullable(fields.byName().get(text("index", given, i)))
                    .orElse(Datum.nothing());
            case Datum.Text text -> throw unindexed(text);
            case Datum.Whole whole -> throw unindexed(whole);
            case Datum.Truth truth -> throw unindexed(truth);
            case Datum.Lookup lookup -> throw unindexed(lookup);
            case Datum.Nothing nothing -> throw unindexed(nothing);
          };
    }
    return found;
  }

  private static Datum item(List<Datum> items, int place) throws Misused {
    if (place < 0 || place >= items.size()) {
      throw new Misused("`index` asks for item %d of %d".formatted(place, items.size()));
    }
    return items.get(place);
  }

  private static Misused unindexed(Datum datum) {
    return new Misused("`index` takes a list or an object, not " + datum.kind());
  }

  private static Datum slice(List<Datum> given) throws Misused {
    Datum whole = at("slice", given, 0);
    int size = length("slice", whole);
    int from = given.size() > 1 ? number("slice", given, 1) : 0;
    int to = given.size() > 2 ? number("slice", given, 2) : size;
    if (from < 0 || to > size || from > to) {
      throw new Misused("`slice` asks for %d to %d of %d".formatted(from, to, size));
    }
    if (whole instanceof Datum.Items items) {
      return new Datum.Items(items.items().subList(from, to));
    }
    byte[] bytes = text("slice", given, 0).getBytes(StandardCharsets.UTF_8);
    return Datum.of(new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8));
  }

  /** The first one is compared with each of the others. */
  private static boolean equalsAny(List<Datum> given) throws Misused {
    if (given.size() < 2) {
      throw new Misused("`eq` takes at least two arguments, not " + given.size());
    }
    for (Datum other : given.subList(1, given.size())) {
      if (compare("eq", List.of(given.getFirst(), other)) == 0) {
        return true;
      }
    }
    return false;
  }

  private static int compare(String name, List<Datum> given) throws Misused {
    if (given.size() != 2) {
      throw new Misused("`" + name + "` takes two arguments, not " + given.size());
    }
    Datum one = given.getFirst();
    Datum other = given.getLast();
    if (one instanceof Datum.Text a && other instanceof Datum.Text b) {
      return a.text().compareTo(b.text());
    }
    if (one instanceof Datum.Whole a && other instanceof Datum.Whole b) {
      return Long.compare(a.number(), b.number());
    }
    if (one instanceof Datum.Truth a && other instanceof Datum.Truth b) {
      return Boolean.compare(a.value(), b.value());
    }
    throw new Misused("`" + name + "` cannot compare " + one.kind() + " with " + other.kind());
  }

  private static String title(String text) {
    return Pattern.compile("(?<![\\p{L}\\p{N}_'])\\p{Ll}")
        .matcher(text)
        .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
  }

  private static Datum split(String text, String by) {
    return new Datum.Items(
        Arrays.stream(text.split(by.isEmpty() ? "" : Pattern.quote(by), -1))
            .map(Datum::of)
            .toList());
  }

  private static Datum join(List<Datum> given) throws Misused {
    Datum list = at("join", given, 0);
    if (list instanceof Datum.Items items) {
      List<String> texts = items.items().stream().map(Datum::print).toList();
      return Datum.of(String.join(text("join", given, 1), texts));
    }
    throw new Misused("`join` takes a list, not " + list.kind());
  }

  private static Datum pad(List<Datum> given) throws Misused {
    String text = text("pad", given, 0);
    String before = " ".repeat(Math.max(0, number("pad", given, 1)));
    return text.isEmpty()
        ? Datum.of("")
        : Datum.of(before + text + " ".repeat(Math.max(0, number("pad", given, 2))));
  }

  private static Datum truncate(List<Datum> given) throws Misused {
    String text = text("truncate", given, 0);
    int[] points = text.codePoints().toArray();
    int length = Math.max(0, number("truncate", given, 1));
    return points.length <= length ? Datum.of(text) : Datum.of(new String(points, 0, length));
  }
}
