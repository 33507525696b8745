package dev.fermata.model.diagnostic;

import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.regex.Pattern;

/**
 * Whether a place is below the top-level {@code secrets} of its file. The indentation tells, since
 * a file that is no YAML is quoted as well.
 */
final class SecretSection {
  private static final Pattern KEY = Pattern.compile("[{\\s]*[\"']?secrets[\"']?\\s*:.*");
  private static final Pattern WITHIN = Pattern.compile("\\{.*[\"',{\\s]secrets[\"']?\\s*:.*");

  private SecretSection() {}

  static boolean covers(Span span) {
    SourceText source = span.source();
    int last = span.start().line();
    int topmost = Integer.MAX_VALUE;
    int top = last;
    for (int number = last; number > 0 && topmost > 0; number--) {
      int indent = indent(source, number, topmost);
      if (indent < topmost) {
        topmost = indent;
        top = number;
      }
    }
    String line = source.line(top);
    return KEY.matcher(line).matches() || (top == last && WITHIN.matcher(line).matches());
  }

  /** As far as {@code limit}; what is no key has none above it: it does not count. */
  private static int indent(SourceText source, int number, int limit) {
    String text = source.text();
    int start = source.offset(new Position(number, 1));
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ' && at - start < limit) {
      at++;
    }
    int length = source.lineLength(number) - (at - start);
    char first = length > 0 ? text.charAt(at) : '#';
    if (first == '#' || first == '\r' || (length == 1 && "{}[]".indexOf(first) >= 0)) {
      return limit;
    }
    // An item may stand no deeper than the key of its list.
    return first == '-' ? at - start + 1 : at - start;
  }
}
