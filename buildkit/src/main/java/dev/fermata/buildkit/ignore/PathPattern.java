package dev.fermata.buildkit.ignore;

import java.util.regex.Pattern;

/**
 * One pattern of paths, as moby's {@code patternmatcher} reads it, to the letter: {@code *} and
 * {@code ?} within a folder, {@code **} for any number of them, the rest as a regular expression.
 */
public sealed interface PathPattern {

  boolean matches(String path);

  record Exact(String text) implements PathPattern {
    @Override
    public boolean matches(String path) {
      return path.equals(text);
    }
  }

  /** {@code a/**}: below, but not the folder itself. */
  record Start(String text) implements PathPattern {
    @Override
    public boolean matches(String path) {
      return path.startsWith(text);
    }
  }

  /** {@code **}{@code /a}, at any depth and at the top; of {@code **a} any end. */
  record End(String text) implements PathPattern {
    @Override
    public boolean matches(String path) {
      return path.endsWith(text)
          || (text.startsWith("/") && path.length() == text.length() - 1 && text.endsWith(path));
    }
  }

  /** The texts at both ends are for speed: most paths fail there, and long before the rest. */
  record Shape(String start, String end, Pattern regex) implements PathPattern {
    @Override
    public boolean matches(String path) {
      return path.startsWith(start) && path.endsWith(end) && regex.matcher(path).find();
    }
  }

  /** Throws a {@link PatternException} where the text, which is clean, is no pattern. */
  static PathPattern compile(String text) {
    GlobSyntax.check(text);
    return new PatternReader(text).read();
  }
}
