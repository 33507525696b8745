package dev.fermata.model.load.select;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A name with {@code *}, {@code ?}, {@code [a-z]}, {@code [^a-z]} and {@code \\}, as Go's file
 * names have it. A pattern that is none matches nothing.
 */
record Glob(Pattern pattern) {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /** A set of characters; what stands in it is escaped by a backslash. */
  private static final Pattern SET =
      Pattern.compile("\\[(\\^?)((?:(?:[^]\\\\-]|\\\\.)(?:-(?:[^]\\\\-]|\\\\.))?)+)]");

  static Glob of(String text) {
    var regex = new StringBuilder();
    var set = SET.matcher(text);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        if (!set.region(at, text.length()).lookingAt()) {
          return new Glob(NOTHING);
        }
        regex.append('[').append(set.group(1)).append(quoted(set.group(2))).append(']');
        at = set.end();
        continue;
      }
      if (c == '\\') {
        at++;
      }
      if (at == text.length()) {
        return new Glob(NOTHING);
      }
      regex.append(
          switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(text.charAt(at)));
          });
      at++;
    }
    return compiled(regex.toString());
  }

  /**
   * The members of a set: those that mean something to Java's patterns only, made to mean
   * themselves.
   */
  private static String quoted(String members) {
    return members.replaceAll("[\\[&^]", "\\\\$0");
  }

  private static Glob compiled(String regex) {
    try {
      return new Glob(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      // A range from a later letter to an earlier one.
      return new Glob(NOTHING);
    }
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
