package dev.fermata.model.tree;

import dev.fermata.model.tree.Scalar.Kind;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a plain scalar means. YAML 1.2's core schema, with the leftovers of 1.1 that Docker Compose
 * reads: {@code 017} is octal as {@code 0o17}, {@code 1_000} is a number, a date is a point in
 * time; {@code yes}, {@code on} and {@code 22:22} are text.
 */
final class PlainText {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger MIN_SIGNED = BigInteger.TWO.pow(63).negate();
  private static final Map<String, Meaning> WORDS = words();

  private PlainText() {}

  /** A kind and the canonical text of the value. */
  record Meaning(Kind kind, String text) {
    static Meaning text(String text) {
      return new Meaning(Kind.STRING, text);
    }
  }

  static Meaning meaning(String plain) {
    Meaning word = WORDS.get(plain);
    if (word != null) {
      return word;
    }
    char first = plain.charAt(0);
    if (first == '.') {
      return decimal(plain).orElseGet(() -> Meaning.text(plain));
    }
    if (!Character.isDigit(first) && first != '-' && first != '+') {
      return Meaning.text(plain);
    }
    return Timestamp.canonical(plain)
        .map(date -> new Meaning(Kind.DATE, date))
        .or(() -> number(plain.replace("_", "")))
        .orElseGet(() -> Meaning.text(plain));
  }

  private static Optional<Meaning> number(String digits) {
    return integer(digits)
        .filter(value -> value.compareTo(MAX_UNSIGNED) <= 0 && value.compareTo(MIN_SIGNED) >= 0)
        .map(value -> new Meaning(Kind.INTEGER, value.toString()))
        .or(() -> decimal(digits));
  }

  private static Optional<Meaning> decimal(String digits) {
    if (!DECIMAL.matcher(digits).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(digits);
    return Double.isInfinite(value)
        ? Optional.empty()
        : Optional.of(new Meaning(Kind.FLOAT, Decimals.text(value)));
  }

  private static Optional<BigInteger> integer(String digits) {
    boolean signed = digits.startsWith("-") || digits.startsWith("+");
    String body = signed ? digits.substring(1) : digits;
    int base = base(body);
    String bare = base == 10 ? body : body.substring(prefix(body));
    // No 64-bit number is longer, and long ones would cost time.
    boolean plausible = !bare.isEmpty() && bare.length() <= 70;
    if (!plausible || bare.chars().anyMatch(c -> c > 'z' || Character.digit(c, base) < 0)) {
      return Optional.empty();
    }
    var value = new BigInteger(bare, base);
    return Optional.of(digits.startsWith("-") ? value.negate() : value);
  }

  private static int base(String body) {
    if (body.length() < 2 || body.charAt(0) != '0') {
      return 10;
    }
    return switch (Character.toLowerCase(body.charAt(1))) {
      case 'x' -> 16;
      case 'b' -> 2;
      case '.', 'e' -> 10;
      case 'o', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 8;
      default -> 10;
    };
  }

  private static int prefix(String body) {
    return Character.isDigit(body.charAt(1)) ? 1 : 2;
  }

  private static Map<String, Meaning> words() {
    var nothing = new Meaning(Kind.NULL, "");
    var minusZero = new Meaning(Kind.FLOAT, "-0");
    var yes = new Meaning(Kind.BOOLEAN, "true");
    var no = new Meaning(Kind.BOOLEAN, "false");
    var infinite = new Meaning(Kind.FLOAT, "+Inf");
    var negative = new Meaning(Kind.FLOAT, "-Inf");
    var notANumber = new Meaning(Kind.FLOAT, "NaN");
    return Map.ofEntries(
        Map.entry("-0", minusZero),
        Map.entry("", nothing),
        Map.entry("~", nothing),
        Map.entry("null", nothing),
        Map.entry("Null", nothing),
        Map.entry("NULL", nothing),
        Map.entry("true", yes),
        Map.entry("True", yes),
        Map.entry("TRUE", yes),
        Map.entry("false", no),
        Map.entry("False", no),
        Map.entry("FALSE", no),
        Map.entry(".inf", infinite),
        Map.entry(".Inf", infinite),
        Map.entry(".INF", infinite),
        Map.entry("+.inf", infinite),
        Map.entry("-.inf", negative),
        Map.entry("-.Inf", negative),
        Map.entry("-.INF", negative),
        Map.entry(".nan", notANumber),
        Map.entry(".NaN", notANumber),
        Map.entry(".NAN", notANumber));
  }
}
