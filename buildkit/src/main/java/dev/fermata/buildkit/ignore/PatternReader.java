package dev.fermata.buildkit.ignore;

import java.util.regex.Pattern;

/** Reads one pattern the way moby's {@code patternmatcher} does, with all that follows of it. */
final class PatternReader {
  private static final Pattern FROM_FIRST_SPECIAL = Pattern.compile("(?s)[*?\\[\\]\\\\^].*$");
  private static final Pattern TO_LAST_SPECIAL = Pattern.compile("(?s)^.*(\\*/?|[?\\[\\]^]|\\\\.)");

  /** Where the text's own ends may not be those of what it matches. */
  private static final Pattern UNSURE = Pattern.compile("[|{}]|\\\\\\p{Alnum}");

  private final String text;
  private final StringBuilder expression = new StringBuilder();
  private boolean exact = true;
  private boolean isEnd;
  private boolean isStart;
  private int at;

  PatternReader(String text) {
    this.text = text;
  }

  PathPattern read() {
    while (at < text.length()) {
      part();
    }
    if (isEnd) {
      return new PathPattern.End(text.substring(2));
    }
    if (isStart) {
      return new PathPattern.Start(text.substring(0, text.length() - 2));
    }
    return exact ? new PathPattern.Exact(text) : shape();
  }

  private void part() {
    if (text.startsWith("**", at)) {
      anyFolders();
      return;
    }
    char letter = text.charAt(at++);
    switch (letter) {
      case '*' -> special("[^/]*");
      case '?' -> special("[^/]");
      case '\\' -> special("\\" + escaped());
      case '[', ']' -> special(String.valueOf(letter));
      // Not `|`, `{` and `}`: they mean what they mean in an expression, by a slip of moby's.
      case '.', '+', '(', ')', '$' -> expression.append('\\').append(letter);
      default -> expression.append(letter);
    }
  }

  private void anyFolders() {
    boolean first = at == 0;
    at += text.startsWith("**/", at) ? 3 : 2;
    boolean last = at >= text.length();
    isStart = last && exact;
    special(last ? ".*" : "(.*/)?");
    isEnd = first;
  }

  private void special(String part) {
    expression.append(part);
    exact = false;
    isEnd = false;
  }

  private String escaped() {
    int letter = text.codePointAt(at);
    at += Character.charCount(letter);
    return Character.toString(letter);
  }

  private PathPattern shape() {
    boolean anyEnds = UNSURE.matcher(text).find();
    return new PathPattern.Shape(
        anyEnds ? "" : FROM_FIRST_SPECIAL.matcher(text).replaceFirst(""),
        anyEnds ? "" : TO_LAST_SPECIAL.matcher(text).replaceFirst(""),
        GoRegex.compile(text, "^" + expression + "$"));
  }
}
