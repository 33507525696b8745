package dev.fermata.model.load.interpolate;

import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in messages about texts with variables in them. Of the variables at a place, the
 * values of those that are named like credentials, or draw from such ones, must not stand in a
 * quote. A parser may have cut the quote out of the value, so a part of a secret is masked as well.
 */
public final class Concealment {
  /** So many characters in common are no accident. */
  private static final int SHARED = 4;

  /** Where there are more characters of secrets, every quote is taken for a part of one. */
  private static final int MOST = 4_000;

  /** Of what stands at a place, and on its line, no more is searched for variables. */
  private static final int LONGEST_PLACE = 10_000;

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`?");

  /** A name stands behind a dollar sign, inside other variables' defaults too; then its own one. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)(?::?-([^${}]*))?");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}*|\\$\\w+");

  private final Map<String, Set<String>> secrets = new HashMap<>();

  public void add(Map<String, Assignment> variables) {
    variables.forEach((name, given) -> {
      if (given.hasSecret() || Credentials.isSecretName(name)) {
        secrets.computeIfAbsent(name, key -> new HashSet<>()).add(given.value());
      }
    });
  }

  public Diagnostic apply(Diagnostic diagnostic) {
    Optional<Span> span = diagnostic.span();
    String written = span.map(place -> place.beginning(LONGEST_PLACE)).orElse("");
    Set<String> here = span.map(place -> secretsIn(written + line(place))).orElse(Set.of());
    String literal = here.isEmpty() ? "" : REFERENCE.matcher(written).replaceAll("\n");
    return here.isEmpty()
        ? diagnostic
        : diagnostic.withTexts(text -> withoutParts(text, here, literal));
  }

  /** The line that a place is on, but for one that nobody wrote by hand. */
  private static String line(Span span) {
    SourceText source = span.source();
    int line = span.start().line();
    boolean hasLine = line <= source.lineCount() && source.lineLength(line) <= LONGEST_PLACE;
    return hasLine ? "\n" + source.line(line) : "";
  }

  private Set<String> secretsIn(String written) {
    if (written.indexOf('$') < 0) {
      return Set.of();
    }
    var here = new HashSet<String>();
    Matcher variable = VARIABLE.matcher(written);
    while (variable.find()) {
      here.addAll(secrets.getOrDefault(variable.group(1), Set.of()));
      if (variable.group(2) != null && Credentials.isSecretName(variable.group(1))) {
        here.add(variable.group(2));
      }
    }
    here.remove("");
    return here;
  }

  /** What stands at the place as it is quoted is no part of a value. */
  private static String withoutParts(String text, Set<String> secrets, String literal) {
    boolean many = secrets.stream().mapToInt(String::length).sum() > MOST;
    return QUOTED
        .matcher(text)
        .replaceAll(quote ->
            !literal.contains(quote.group(1))
                    && (many || secrets.stream().anyMatch(one -> isPart(quote.group(1), one)))
                ? "`" + Value.Sensitive.MASK + "`"
                : Matcher.quoteReplacement(quote.group()));
  }

  private static boolean isPart(String quoted, String secret) {
    if (quoted.equals(secret)) {
      return true;
    }
    for (int from = 0; from + SHARED <= quoted.length(); from++) {
      if (secret.contains(quoted.substring(from, from + SHARED))) {
        return true;
      }
    }
    return false;
  }
}
