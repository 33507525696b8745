package dev.fermata.model.load.env;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.GrowthLimit;
import dev.fermata.model.load.interpolate.Substitution;
import dev.fermata.model.load.interpolate.VariableScope;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of {@code .env} files: {@code NAME=value}, {@code NAME: value}, {@code export
 * NAME=value}, or a bare {@code NAME} that takes its value from outside. Unquoted and double-quoted
 * values are interpolated, from outside and from earlier lines of the file. A line with a mistake
 * is reported and passed over.
 */
final class Dotenv {
  /** {@code $$} would do as well, but for other readers of such files. */
  private static final Message PLAIN_DOLLAR =
      Message.of("put the value in single quotes if its dollar sign is meant as one");

  private static final Pattern EXPORT = Pattern.compile("export[ \\t]+");
  private static final Pattern NOT_IN_NAME =
      Pattern.compile("[^\\p{L}\\p{N}_.\\[\\] \\t\\x0B\f\r\u0085\u00A0-]");

  /** As Docker Compose's language has it. */
  private static final Pattern LEADING_SPACE = Pattern.compile("[ \\t\\x0B\f\r\u0085\u00A0]*");

  private static final Pattern TRAILING_SPACE = Pattern.compile("[\\s\u0085\\p{Z}]+$");

  private final SourceText source;
  private final String text;
  private final VariableScope scope;
  private final SequencedMap<String, Assignment> values = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final GrowthLimit growth = new GrowthLimit();
  private int at;

  private Dotenv(SourceText source, VariableScope scope) {
    this.source = source;
    this.text = source.text();
    this.scope = scope;
  }

  static Result<SequencedMap<String, Assignment>> parse(SourceText source, VariableScope scope) {
    var dotenv = new Dotenv(source, scope);
    while (dotenv.toNextStatement()) {
      dotenv.statement();
    }
    return Result.of(dotenv.values, dotenv.diagnostics);
  }

  private boolean toNextStatement() {
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        at = endOfLine();
      } else if (isSpace(text.charAt(at))) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private void statement() {
    Matcher export = EXPORT.matcher(text).region(at, text.length());
    int start = export.lookingAt() ? export.end() : at;
    int end = start;
    while (end < text.length() && "=:\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(start, end).strip();
    Optional<Message> mistake = mistakeIn(name);
    if (mistake.isPresent()) {
      report(span(start, start + Math.max(1, name.length())), mistake.get());
      at = endOfLine();
      return;
    }
    boolean bare = end == text.length() || text.charAt(end) == '\n';
    at = bare ? end : afterBlanks(end + 1);
    Span place = span(start, start + Math.max(1, name.length()));
    Optional<Assignment> value =
        bare ? scope.outside(name).map(found -> found.takenFor(name, place)) : value(place);
    if (name.isEmpty()) {
      // Such as a line of `=`, which people draw: Docker Compose reads a variable without a name.
      diagnostics.add(Diagnostic.warning(Code.ENV_FILE, place, "no variable name stands here"));
    } else {
      value.ifPresent(found -> values.put(name, found));
    }
  }

  private int afterBlanks(int from) {
    Matcher space = LEADING_SPACE.matcher(text).region(from, text.length());
    return space.lookingAt() ? space.end() : from;
  }

  private static Optional<Message> mistakeIn(String name) {
    Matcher strange = NOT_IN_NAME.matcher(name);
    if (strange.find()) {
      return Optional.of(
          Message.of("`%s` does not belong in a variable's name", Quote.name(strange.group())));
    }
    return name.contains(" ")
        ? Optional.of(Message.of("a variable's name cannot contain a space"))
        : Optional.empty();
  }

  /** The value that stands here, for the name at {@code place}. */
  private Optional<Assignment> value(Span place) {
    char first = at < text.length() ? text.charAt(at) : '\n';
    if (first == '"' || first == '\'') {
      return quoted(first, place);
    }
    int start = at;
    at = endOfLine();
    String line = text.substring(start, at);
    if (first == '#' && isSpace(text.charAt(start - 1))) {
      diagnostics.add(noComment(span(start, at)));
    }
    int comment = line.indexOf(" #");
    String value =
        TRAILING_SPACE.matcher(comment < 0 ? line : line.substring(0, comment)).replaceFirst("");
    return fill(value, span(start, start + value.length()), place);
  }

  /** Docker Compose drops the blanks before a value first, and then looks for a comment. */
  private static Diagnostic noComment(Span place) {
    return Diagnostic.warning(Code.ENV_FILE, place, "this is a value, not a comment")
        .hint("quote the value, if it is one; a comment needs a value before it, such as `\"\"`");
  }

  private Optional<Assignment> quoted(char quote, Span place) {
    int start = at;
    var body = new StringBuilder();
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        at = i + 1;
        String inner = body.toString().replace("\r\n", "\n");
        return quote == '\''
            ? Optional.of(Assignment.of(inner, place))
            : fill(Escapes.expand(inner), span(start, at), place);
      }
      boolean escaped = c == '\\' && i + 1 < text.length();
      if (escaped && text.charAt(i + 1) != quote) {
        body.append(c);
      }
      body.append(escaped ? text.charAt(++i) : c);
    }
    at = endOfLine();
    report(span(start, at), Message.of("the quote is never closed"));
    return Optional.empty();
  }

  private Optional<Assignment> fill(String value, Span span, Span place) {
    var outcome = Substitution.apply(value, name -> variable(name).map(Assignment::value));
    for (Substitution.Problem problem : outcome.problems()) {
      diagnostics.add(explain(problem, span.occurrence(problem.reference(), 0).orElse(span)));
    }
    growth.count(value, outcome, span).ifPresent(diagnostics::add);
    if (growth.isSpent()) {
      at = text.length();
    }
    return outcome.isSound()
        ? Optional.of(Assignment.of(outcome.text(), place, outcome.drawn(this::variable)))
        : Optional.empty();
  }

  private static Diagnostic explain(Substitution.Problem problem, Span place) {
    Diagnostic diagnostic =
        problem.isError()
            ? Diagnostic.error(problem.code(), place, problem.message())
            : Diagnostic.warning(problem.code(), place, problem.message());
    return switch (problem.code()) {
      case UNSET_VARIABLE -> diagnostic.hint("set it, or %s", PLAIN_DOLLAR);
      case INTERPOLATION -> diagnostic.hint(PLAIN_DOLLAR);
      default -> diagnostic;
    };
  }

  private Optional<Assignment> variable(String name) {
    return scope.value(name, earlier -> Optional.ofNullable(values.get(earlier)));
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private Span span(int from, int to) {
    return new Span(source, source.position(from), source.position(to));
  }

  private void report(Span span, Message message) {
    diagnostics.add(Diagnostic.error(Code.ENV_FILE, span, message));
  }
}
