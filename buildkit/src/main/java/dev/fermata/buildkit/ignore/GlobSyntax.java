package dev.fermata.buildkit.ignore;

/** Whether a text is a pattern for Go's {@code filepath.Match}. */
final class GlobSyntax {
  private final String text;
  private int at;

  private GlobSyntax(String text) {
    this.text = text;
  }

  static void check(String text) {
    var syntax = new GlobSyntax(text);
    while (syntax.at < text.length()) {
      syntax.part();
    }
  }

  private void part() {
    switch (text.charAt(at++)) {
      case '[' -> letters();
      case '\\' -> escaped();
      default -> {}
    }
  }

  /** {@code [a-z]}, {@code [^a]}; the first {@code ]} ends it, unless it is escaped. */
  private void letters() {
    if (follows('^')) {
      at++;
    }
    do {
      member();
      if (follows('-')) {
        at++;
        member();
      }
      if (at >= text.length()) {
        throw new PatternException(text, "a `[` has no `]`");
      }
    } while (!follows(']'));
    at++;
  }

  private void member() {
    if (at >= text.length()) {
      throw new PatternException(text, "a `[` has no `]`");
    }
    char letter = text.charAt(at++);
    if (letter == '-' || letter == ']') {
      throw new PatternException(text, "a `" + letter + "` stands where a letter belongs");
    }
    if (letter == '\\') {
      escaped();
    }
  }

  private void escaped() {
    if (at >= text.length()) {
      throw new PatternException(text, "a `\\` has nothing behind it");
    }
    at++;
  }

  private boolean follows(char letter) {
    return at < text.length() && text.charAt(at) == letter;
  }
}
