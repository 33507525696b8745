package dev.fermata.model.schema.shape;

import static dev.fermata.model.tree.Scalar.Kind.BOOLEAN;
import static dev.fermata.model.tree.Scalar.Kind.DATE;
import static dev.fermata.model.tree.Scalar.Kind.FLOAT;
import static dev.fermata.model.tree.Scalar.Kind.INTEGER;
import static dev.fermata.model.tree.Scalar.Kind.NULL;
import static dev.fermata.model.tree.Scalar.Kind.STRING;

import dev.fermata.model.ByteSize;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.shape.ScalarShape.Printed;
import dev.fermata.model.text.DurationText;
import dev.fermata.model.text.GoText;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.tree.Scalar;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The shapes of single values. */
public final class Scalars {
  /** Text, where YAML must not have made anything else of it. */
  public static final ScalarShape<String> TEXT = text("a text", STRING);

  static final ScalarShape<String> TEXT_OR_NUMBER =
      text("a text or a number", STRING, INTEGER, FLOAT, DATE);

  /** A text or a whole number, read as text. */
  public static final ScalarShape<String> TEXT_OR_INTEGER =
      text("a text or a number", STRING, INTEGER);

  public static final ScalarShape<String> TEXT_OR_BOOLEAN =
      text("a text or a boolean", STRING, BOOLEAN);

  /** Any single value as text; nothing is the empty text. */
  static final ScalarShape<String> ANY_TEXT =
      text("a single value", STRING, INTEGER, FLOAT, BOOLEAN, DATE, NULL);

  public static final ScalarShape<String> SINGLE_VALUE =
      text("a single value", STRING, INTEGER, FLOAT, BOOLEAN, DATE);

  public static final ScalarShape<String> TEXT_INTEGER_OR_NULL =
      text("a text or a whole number", STRING, INTEGER, NULL);

  public static final ScalarShape<String> TEXT_NUMBER_DATE_OR_NULL =
      text("a text or a number", STRING, INTEGER, FLOAT, DATE, NULL);

  /** Any single value as text; nothing stays nothing. */
  static final ScalarShape<Optional<String>> OPTIONAL_TEXT =
      new ScalarShape<>(
          "a single value",
          EnumSet.of(STRING, INTEGER, FLOAT, BOOLEAN, DATE, NULL),
          Optional.empty(),
          scalar -> Parsed.good(scalar.isNull() ? Optional.empty() : Optional.of(scalar.text())),
          value -> new Printed(value.isPresent() ? STRING : NULL, value.orElse("")),
          value -> false);

  public static final ScalarShape<Boolean> FLAG =
      flag("a boolean", value -> !value, BOOLEAN, STRING);

  /** A flag for which Docker Compose takes no text. */
  public static final ScalarShape<Boolean> STRICT_FLAG =
      flag("a boolean", value -> !value, BOOLEAN);

  /** A flag that is on unless it is switched off. */
  public static final ScalarShape<Boolean> FLAG_ON =
      flag("a boolean", value -> value, BOOLEAN, STRING);

  public static final ScalarShape<Long> INTEGER_NUMBER = integer(Long.MIN_VALUE, Long.MAX_VALUE);

  /** A port, as it is written. */
  public static final ScalarShape<Long> PORT_NUMBER =
      new ScalarShape<>(
          "a port",
          EnumSet.of(INTEGER, STRING),
          Optional.empty(),
          scalar -> Numbers.integer(scalar, 1, 65_535),
          value -> new Printed(INTEGER, value.toString()),
          value -> false,
          Form.Limits.between(1, 65_535));

  /** A port, or nothing for the usual one. */
  public static final ScalarShape<Optional<Long>> PORT_NUMBER_OR_NULL =
      new ScalarShape<>(
          "a port",
          EnumSet.of(INTEGER, STRING, NULL),
          Optional.empty(),
          Scalars::port,
          value ->
              new Printed(
                  value.isPresent() ? INTEGER : NULL, value.map(String::valueOf).orElse("")),
          value -> false,
          Form.Limits.between(1, 65_535));

  /** A percentage; text may be any number. */
  public static final ScalarShape<Long> PERCENT = integer(0, 100).castAs(Cast.FLOAT);

  /** A number of which only the whole part counts. */
  public static final ScalarShape<Long> NUMBER =
      INTEGER_NUMBER.parsedBy("a number", Numbers::whole);

  /** A number that cannot be written as text. */
  public static final ScalarShape<Long> PLAIN_NUMBER = NUMBER.from("a number", INTEGER, FLOAT);

  public static final ScalarShape<Long> STRICT_INTEGER =
      INTEGER_NUMBER.from(Form.Single.WHOLE_NUMBER, INTEGER, FLOAT);

  public static final ScalarShape<Long> NATURAL = integer(0, Long.MAX_VALUE);

  public static final ScalarShape<Float> DECIMAL =
      new ScalarShape<>(
          "a number",
          EnumSet.of(INTEGER, FLOAT, STRING),
          Optional.of(Cast.FLOAT),
          Numbers::decimal,
          value -> new Printed(FLOAT, GoText.json(value)),
          value -> value == 0f);

  public static final ScalarShape<ByteSize> BYTES =
      new ScalarShape<>(
          "a size",
          EnumSet.of(INTEGER, FLOAT, STRING),
          Optional.empty(),
          Numbers::bytes,
          value -> new Printed(STRING, Long.toString(value.bytes())),
          value -> value.bytes() == 0);

  /** A size whose number, where it has no unit, is a whole one. */
  public static final ScalarShape<ByteSize> WHOLE_BYTES =
      BYTES.parsedBy("a size", Numbers::wholeBytes);

  public static final ScalarShape<Duration> DURATION =
      new ScalarShape<>(
          "a duration such as `30s`",
          EnumSet.of(STRING),
          Optional.empty(),
          scalar -> DurationText.parse(scalar.text()),
          value -> new Printed(STRING, DurationText.format(value)),
          Duration::isZero);

  /** Permission bits, printed in base 8. */
  public static final ScalarShape<Long> FILE_MODE =
      new ScalarShape<>(
          "a mode such as `0440`",
          EnumSet.of(INTEGER, FLOAT, STRING),
          Optional.empty(),
          Numbers::mode,
          value -> new Printed(STRING, "0" + Long.toOctalString(value)),
          value -> false);

  /** Permission bits to take away, printed in base 10; text is read as YAML reads a number. */
  public static final ScalarShape<Long> UMASK =
      new ScalarShape<>(
          "a mask such as `027`",
          EnumSet.of(INTEGER, STRING, NULL),
          Optional.empty(),
          Numbers::mask,
          value -> new Printed(INTEGER, value.toString()),
          value -> false);

  private Scalars() {}

  private static ScalarShape<String> text(String called, Scalar.Kind first, Scalar.Kind... more) {
    return new ScalarShape<>(
        called,
        EnumSet.of(first, more),
        Optional.empty(),
        scalar -> Parsed.good(scalar.text()),
        value -> new Printed(STRING, value),
        String::isEmpty);
  }

  private static ScalarShape<Boolean> flag(
      String called, Predicate<Boolean> blank, Scalar.Kind first, Scalar.Kind... more) {
    return new ScalarShape<>(
        called,
        EnumSet.of(first, more),
        Optional.of(Cast.BOOLEAN),
        Scalars::truth,
        value -> new Printed(BOOLEAN, value.toString()),
        blank);
  }

  private static Parsed<Boolean> truth(Scalar scalar) {
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "true", "y", "yes", "on" -> Parsed.good(true);
      case "false", "n", "no", "off" -> Parsed.good(false);
      default ->
          Parsed.bad(scalar.text(), whole -> Message.of("`%s` is neither true nor false", whole));
    };
  }

  private static Parsed<Optional<Long>> port(Scalar scalar) {
    if (scalar.isNull()) {
      return Parsed.good(Optional.empty());
    }
    return switch (Numbers.integer(scalar, 1, 65_535)) {
      case Parsed.Good<Long> good -> Parsed.good(Optional.of(good.value()));
      case Parsed.Bad<Long> bad -> bad.retyped();
    };
  }

  /** A whole number from {@code least} to {@code most}; text is read as one. */
  public static ScalarShape<Long> integer(long least, long most) {
    return new ScalarShape<>(
        Form.Single.WHOLE_NUMBER,
        EnumSet.of(INTEGER, FLOAT, STRING),
        Optional.of(Cast.INTEGER),
        scalar -> Numbers.integer(scalar, least, most),
        value -> new Printed(INTEGER, value.toString()),
        value -> value == 0,
        Form.Limits.between(least, most));
  }

  /** One of a few words. */
  public static ScalarShape<String> word(String... words) {
    List<String> all = List.of(words);
    return TEXT.parsedBy(
            "a text", scalar -> among(scalar.text(), all::contains, () -> choices(all)))
        .within(Form.Limits.words(all));
  }

  /** A text of a certain pattern, which {@code described} explains. */
  public static ScalarShape<String> matching(Pattern pattern, String described) {
    return TEXT.parsedBy(
            "a text",
            scalar ->
                among(
                    scalar.text(),
                    text -> pattern.matcher(text).find(),
                    () -> Quote.word(described)))
        .within(Form.Limits.pattern(pattern));
  }

  /** A text that a parser understands, printed as it is. */
  static ScalarShape<String> textFor(Function<String, Parsed<?>> parser) {
    return TEXT.parsedBy(
        "a text", scalar -> understood(scalar.text(), parser.apply(scalar.text())));
  }

  private static Parsed<String> understood(String text, Parsed<?> parsed) {
    return switch (parsed) {
      case Parsed.Good<?> good -> Parsed.good(text);
      case Parsed.Bad<?> bad -> bad.retyped();
    };
  }

  private static Parsed<String> among(
      String text, Predicate<String> valid, Supplier<MessagePart> described) {
    return valid.test(text)
        ? Parsed.good(text)
        : Parsed.bad(text, whole -> Message.of("`%s` is not %s", whole, described.get()));
  }

  private static Message choices(List<String> words) {
    return Message.of(
        "one of %s", Message.list("`%s`", ", ", words.stream().map(Quote::word).toList()));
  }
}
