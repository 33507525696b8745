package dev.fermata.model.load.env;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The escapes of double-quoted values in env files. */
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\([abcfnrtv$\"\\\\]|0[0-7]{0,3})");

  private Escapes() {}

  /** Expands what it knows and leaves the rest; {@code \$} becomes the {@code $$} of a dollar. */
  static String expand(String text) {
    return ESCAPE.matcher(text).replaceAll(match -> quote(value(match)));
  }

  private static String value(MatchResult match) {
    String code = match.group(1);
    return switch (code.charAt(0)) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'v' -> "\u000B";
      case '$' -> "$$";
      case '"', '\\' -> code;
      case '0' -> octal(match);
      default -> match.group();
    };
  }

  /** An octal escape has three digits after the zero; a shorter one is left as it is. */
  private static String octal(MatchResult match) {
    String digits = match.group(1).substring(1);
    return digits.length() == 3
        ? Character.toString((char) (Integer.parseInt(digits, 8) & 0xFF))
        : match.group();
  }

  private static String quote(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
