package dev.fermata.model.load;

import java.util.regex.Pattern;

/** A name with {@code *} and {@code ?}, as in a shell. */
record Glob(Pattern pattern) {
  static Glob of(String text) {
    var regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(
          switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return new Glob(Pattern.compile(regex.toString()));
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
