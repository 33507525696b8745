package dev.fermata.cli.text.config;

import dev.fermata.model.tree.YamlReader;
import java.util.regex.Pattern;

/** Text as a YAML scalar: plain where it reads back as the same text, in quotes or a block else. */
final class YamlText {
  /** Older readers take these for numbers and booleans. */
  private static final Pattern OLD =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,50}(\\.[0-9_]*)?"
              + "|[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");

  private static final Pattern NOT_PLAIN =
      Pattern.compile("^[,\\[\\]{}#&*!|>'\"%@`]|^[-?:](\\s|$)|^(---|\\.\\.\\.)|^\\s|\\s$|: |:$| #");

  /** What Docker Compose's writer escapes, all beyond the basic plane among it. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uD800-\\uDFFF\\uFEFF\\uFFFE\\uFFFF"
              + "\\x{10000}-\\x{10FFFF}]");

  private static final String NAMED = "\0\u0007\b\t\n\u000B\f\r\u001B\"\\\u0085\u2028\u2029";
  private static final String NAMES = "0abtnvfre\"\\NLP";

  /** A block that starts so does not tell by itself how deep it is. */
  private static final Pattern LED = Pattern.compile("\\n* ");

  private YamlText() {}

  /** On one line, as a key must be. */
  static String inline(String text) {
    if (!YamlReader.readsAsText(text)) {
      return doubleQuoted(text);
    }
    if (text.contains("\n") || text.contains("\t") || UNPRINTABLE.matcher(text).find()) {
      return doubleQuoted(text);
    }
    boolean misread = NOT_PLAIN.matcher(text).find() || OLD.matcher(text).matches();
    return misread ? "'" + text.replace("'", "''") + "'" : text;
  }

  /** On one line, or as a block that is indented below {@code indent}. */
  static String value(String text, int indent) {
    return text.contains("\n") && canBeBlock(text) ? block(text, indent) : inline(text);
  }

  private static boolean canBeBlock(String text) {
    return !UNPRINTABLE.matcher(text).find()
        && !text.endsWith(" ")
        && !text.contains(" \n")
        && !text.isBlank();
  }

  private static String block(String text, int indent) {
    String margin = " ".repeat(indent + 2);
    boolean led = LED.matcher(text).lookingAt();
    String chomp = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
    var block = new StringBuilder("|").append(led ? "2" : "").append(chomp);
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      block.append('\n').append(line.isEmpty() ? "" : margin).append(line);
    }
    return block.toString();
  }

  private static String doubleQuoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quoted.append(escaped(point)));
    return quoted.append('"').toString();
  }

  private static String escaped(int point) {
    int named = NAMED.indexOf(point);
    if (named >= 0) {
      return "\\" + NAMES.charAt(named);
    }
    String bare = Character.toString(point);
    if (!UNPRINTABLE.matcher(bare).matches()) {
      return bare;
    }
    if (point <= 0xFF) {
      return "\\x%02X".formatted(point);
    }
    return (point <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(point);
  }
}
