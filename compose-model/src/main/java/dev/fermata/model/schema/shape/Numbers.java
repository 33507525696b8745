package dev.fermata.model.schema.shape;

import dev.fermata.model.ByteSize;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.text.ByteSizeText;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.tree.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers from scalars: YAML's own, and texts. */
public final class Numbers {
  /** To read longer ones takes more than linear time. */
  private static final int MAX_LENGTH = 400;

  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,20}");
  private static final Pattern OCTAL_TEXT = Pattern.compile("0[oO]?([0-7]{1,20})");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  private Numbers() {}

  public static Parsed<Long> integer(Scalar scalar, long least, long most) {
    return isWhole(scalar)
        ? within(scalar, exact(scalar).orElseThrow(), least, most)
        : Parsed.bad(scalar.text(), whole -> Message.of("`%s` is not a whole number", whole));
  }

  /** The whole part of a number; text must be whole. */
  static Parsed<Long> whole(Scalar scalar) {
    if (scalar.kind() != Scalar.Kind.FLOAT) {
      return integer(scalar, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    return exact(scalar)
        .map(number -> number.setScale(0, RoundingMode.DOWN))
        .map(number -> within(scalar, number, Long.MIN_VALUE, Long.MAX_VALUE))
        .orElseGet(
            () -> Parsed.bad(scalar.text(), whole -> Message.of("`%s` is not a number", whole)));
  }

  private static Parsed<Long> within(Scalar scalar, BigDecimal number, long least, long most) {
    if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
      return Parsed.bad(
          scalar.text(), whole -> Message.of("`%s` is below %s", whole, Quote.number(least)));
    }
    if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
      return Parsed.bad(
          scalar.text(), whole -> Message.of("`%s` is above %s", whole, Quote.number(most)));
    }
    return Parsed.good(number.longValueExact());
  }

  private static Optional<BigDecimal> exact(Scalar scalar) {
    Pattern pattern = scalar.kind() == Scalar.Kind.STRING ? WHOLE : DECIMAL;
    return scalar.text().length() <= MAX_LENGTH && pattern.matcher(scalar.text()).matches()
        ? Optional.of(new BigDecimal(scalar.text()))
        : Optional.empty();
  }

  static Parsed<Float> decimal(Scalar scalar) {
    boolean finite =
        DECIMAL.matcher(scalar.text()).matches() && Float.isFinite(Float.parseFloat(scalar.text()));
    return finite
        ? Parsed.good(Float.parseFloat(scalar.text()))
        : Parsed.bad(scalar.text(), whole -> Message.of("`%s` is not a number", whole));
  }

  /** A number of bytes, of which the whole part counts, or a size with a unit. */
  static Parsed<ByteSize> bytes(Scalar scalar) {
    if (scalar.kind() != Scalar.Kind.FLOAT) {
      return ByteSizeText.parse(scalar.text());
    }
    return switch (whole(scalar)) {
      case Parsed.Good<Long> good -> Parsed.good(new ByteSize(good.value()));
      case Parsed.Bad<Long> bad -> bad.retyped();
    };
  }

  /** The same, where a fraction of a byte is a mistake. */
  static Parsed<ByteSize> wholeBytes(Scalar scalar) {
    return scalar.kind() == Scalar.Kind.FLOAT && !isWhole(scalar)
        ? Parsed.bad(scalar.text(), whole -> Message.of("`%s` is not a whole number", whole))
        : bytes(scalar);
  }

  /** A whole number of bytes that is not negative. */
  public static Parsed<ByteSize> size(Scalar scalar) {
    return scalar.text().startsWith("-")
        ? Parsed.bad(scalar.text(), "a size cannot be negative")
        : wholeBytes(scalar);
  }

  private static boolean isWhole(Scalar scalar) {
    return exact(scalar).filter(number -> number.stripTrailingZeros().scale() <= 0).isPresent();
  }

  /** Text in base 8 begins with a zero, as YAML's own numbers do. */
  static Parsed<Long> mask(Scalar scalar) {
    Matcher octal = OCTAL_TEXT.matcher(scalar.text());
    boolean isOctal = scalar.kind() == Scalar.Kind.STRING && octal.matches();
    long most = 4_294_967_295L;
    if (!isOctal) {
      return integer(scalar, 0, most);
    }
    long mask = Long.parseLong(octal.group(1), 8);
    return mask > most
        ? Parsed.bad(
            scalar.text(), whole -> Message.of("`%s` is above %s", whole, Quote.number(most)))
        : Parsed.good(mask);
  }

  /** Text is in base 8; what YAML made a number of is taken as it is. */
  static Parsed<Long> mode(Scalar scalar) {
    if (scalar.kind() != Scalar.Kind.STRING) {
      return integer(scalar, 0, Integer.MAX_VALUE);
    }
    return OCTAL.matcher(scalar.text()).matches()
        ? Parsed.good(Long.parseLong(scalar.text(), 8))
        : Parsed.bad(
            scalar.text(), whole -> Message.of("`%s` is not a mode such as `0440`", whole));
  }
}
