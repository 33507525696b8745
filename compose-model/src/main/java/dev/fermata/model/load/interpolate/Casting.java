package dev.fermata.model.load.interpolate;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.text.DecimalText;
import dev.fermata.model.tree.Decimals;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Scalar.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes numbers and booleans of text where the schema wants them. */
final class Casting {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,40}");

  private Casting() {}

  static Result<Scalar> cast(Scalar scalar, Optional<Cast> wanted) {
    return wanted.map(cast -> cast(scalar, cast)).orElseGet(() -> Result.of(scalar));
  }

  private static Result<Scalar> cast(Scalar scalar, Cast cast) {
    return switch (cast) {
      case INTEGER ->
          isLong(scalar.text())
              ? Result.of(
                  scalar.withText(Kind.INTEGER, Long.toString(Long.parseLong(scalar.text()))))
              : refused(scalar, Message.of("a whole number"));
      case FLOAT ->
          DecimalText.parse(scalar.text())
              .map(BigDecimal::doubleValue)
              .filter(Double::isFinite)
              .map(value -> Result.of(scalar.withText(Kind.FLOAT, Decimals.text(value))))
              .orElseGet(() -> refused(scalar, Message.of("a number")));
      case BOOLEAN -> bool(scalar);
    };
  }

  private static boolean isLong(String text) {
    return INTEGER.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE;
  }

  private static Result<Scalar> bool(Scalar scalar) {
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "true", "y", "yes", "on" -> Result.of(scalar.withText(Kind.BOOLEAN, "true"));
      case "false", "n", "no", "off" -> Result.of(scalar.withText(Kind.BOOLEAN, "false"));
      default -> refused(scalar, Message.of("`true` or `false`"));
    };
  }

  private static Result<Scalar> refused(Scalar scalar, Message wanted) {
    return Result.failed(
        List.of(
            Diagnostic.error(
                Code.INVALID_VALUE,
                scalar.span(),
                scalar.text().isEmpty()
                    ? Message.of("nothing stands where %s belongs", wanted)
                    : Message.of("`%s` is not %s", scalar.quote(), wanted))));
  }
}
