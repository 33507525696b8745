package dev.fermata.model.load;

import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /** Of what stands at a place, and on its line, no more is searched for variables. */
  private static final int LONGEST_PLACE = 10_000;

  /** With longer texts, or more of them, a quote is not searched for parts but taken for one. */
  private static final int LONG = 200;

  private static final int FEW = 10;

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`?");

  /** A name stands behind a dollar sign, inside other variables' defaults too. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

  private final Map<String, Set<String>> named = new HashMap<>();

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
    if (!value.isEmpty() && values.size() <= MOST && Credentials.isSecretName(name)) {
      named.computeIfAbsent(name, key -> new HashSet<>()).add(value);
      values.add(value);
    }
  }

  Diagnostic apply(Diagnostic diagnostic) {
    String written = values.isEmpty() ? "" : diagnostic.span().map(Concealment::at).orElse("");
    // What stands in a file as it is needs no concealing, whatever a variable's value is.
    return written.indexOf('$') < 0
        ? diagnostic
        : diagnostic.withTexts(text -> open(text, secretsIn(written)));
  }

  /** A place and the line that it is on, and none of it that is longer than people write. */
  private static String at(Span span) {
    SourceText source = span.source();
    int line = span.start().line();
    boolean hasLine = line <= source.lineCount() && source.lineLength(line) <= LONGEST_PLACE;
    return span.beginning(LONGEST_PLACE) + (hasLine ? "\n" + source.line(line) : "");
  }

  private Set<String> secretsIn(String written) {
    return VARIABLE
        .matcher(written)
        .results()
        .flatMap(found -> named.getOrDefault(found.group(1), Set.of()).stream())
        .collect(Collectors.toSet());
  }

  private String open(String text, Set<String> asked) {
    String open = text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    if (values.size() > MOST) {
      return withoutQuotes(open, quoted -> true);
    }
    for (String secret : values) {
      open = secret.length() < SHORTEST ? open : without(secret, open);
    }
    // A parser may have cut a part out of a value.
    return withoutQuotes(
        open,
        quoted -> asked.size() > FEW || asked.stream().anyMatch(secret -> overlap(quoted, secret)));
  }

  private static String withoutQuotes(String text, Predicate<String> isSecret) {
    return QUOTED
        .matcher(text)
        .replaceAll(quote ->
            isSecret.test(quote.group(1))
                ? "`" + Value.Sensitive.MASK + "`"
                : Matcher.quoteReplacement(quote.group()));
  }

  private static boolean overlap(String quoted, String secret) {
    if (quoted.length() > LONG || secret.length() > LONG) {
      return true;
    }
    int shared = Math.min(Math.min(SHORTEST, secret.length()), quoted.length());
    return shared > 0
        && IntStream.rangeClosed(0, quoted.length() - shared)
            .anyMatch(from -> secret.contains(quoted.substring(from, from + shared)));
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
