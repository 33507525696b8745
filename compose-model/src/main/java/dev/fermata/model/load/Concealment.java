package dev.fermata.model.load;

import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Keeps the values of variables that are named like credentials out of what is said about texts
 * with variables in them.
 */
final class Concealment {
  /** What is shorter is in too many words. */
  private static final int SHORTEST = 4;

  /** With more secrets than that, whatever a message quotes is taken for one. */
  private static final int MOST = 1_000;

  /** A message is cut there before it is searched; no more of it is ever shown. */
  private static final int LONGEST_MESSAGE = 10_000;

  private static final Pattern QUOTED = Pattern.compile("`[^`]*`?");

  /** The longest first: one may be a part of another. */
  private final SortedSet<String> values =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  void add(Map<String, Assignment> variables) {
    variables.forEach((name, assignment) -> add(name, assignment.value()));
  }

  void add(String name, String value) {
    if (value.length() >= SHORTEST && values.size() <= MOST && Credentials.isSecretName(name)) {
      values.add(value);
    }
  }

  Diagnostic apply(Diagnostic diagnostic) {
    return values.isEmpty() || diagnostic.span().filter(Concealment::hasVariable).isEmpty()
        ? diagnostic
        : diagnostic.withTexts(this::open);
  }

  /** What stands in a file as it is needs no concealing, whatever a variable's value is. */
  private static boolean hasVariable(Span span) {
    SourceText source = span.source();
    return span.text().indexOf('$') >= 0
        || (span.start().line() <= source.lineCount()
            && source.line(span.start().line()).indexOf('$') >= 0);
  }

  private String open(String text) {
    String open = text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    if (values.size() > MOST) {
      return QUOTED.matcher(open).replaceAll("`" + Value.Sensitive.MASK + "`");
    }
    for (String secret : values) {
      open = without(secret, open);
    }
    return open;
  }

  /** Of a very long value the beginning is looked for, and all that follows is concealed. */
  private static String without(String secret, String text) {
    if (secret.length() <= LONGEST_MESSAGE / 2) {
      return text.replace(secret, Value.Sensitive.MASK);
    }
    int at = text.indexOf(secret.substring(0, LONGEST_MESSAGE / 2));
    return at < 0 ? text : text.substring(0, at) + Value.Sensitive.MASK;
  }
}
