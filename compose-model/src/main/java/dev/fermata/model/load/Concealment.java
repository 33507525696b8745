package dev.fermata.model.load;

import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the values of variables that are named like credentials out of what is said about texts
 * with variables in them.
 */
final class Concealment {
  /** What is shorter is in too many words. */
  private static final int SHORTEST = 4;

  /** By length, the longest first: a message is compared once for each length, not each value. */
  private final SortedMap<Integer, Set<String>> values = new TreeMap<>(Comparator.reverseOrder());

  void add(Map<String, Assignment> variables) {
    variables.forEach((name, assignment) -> add(name, assignment.value()));
  }

  void add(String name, String value) {
    if (value.length() >= SHORTEST && Credentials.isName(name)) {
      add(value);
      add(Diagnostic.shortened(value));
    }
  }

  private void add(String value) {
    values.computeIfAbsent(value.length(), length -> new HashSet<>()).add(value);
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
    String open = text;
    for (Map.Entry<Integer, Set<String>> same : values.entrySet()) {
      open = without(open, same.getValue(), same.getKey());
    }
    return open;
  }

  private static String without(String text, Set<String> secrets, int length) {
    var open = new StringBuilder();
    int from = 0;
    for (int at = 0; at + length <= text.length(); at++) {
      if (secrets.contains(text.substring(at, at + length))) {
        open.append(text, from, at).append(Value.Sensitive.MASK);
        from = at + length;
        at = from - 1;
      }
    }
    return open.append(text, from, text.length()).toString();
  }
}
