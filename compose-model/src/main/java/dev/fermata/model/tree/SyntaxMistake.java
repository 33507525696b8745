package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in the user's words what the parser stumbled over. */
final class SyntaxMistake {
  private static final Pattern MISSING = Pattern.compile("expected ',' or '([\\]}])'");

  private final SourceText source;
  private final Marks marks;

  SyntaxMistake(SourceText source) {
    this.source = source;
    this.marks = new Marks(source);
  }

  Diagnostic explain(YamlEngineException mistake) {
    return switch (mistake) {
      case ReaderException unreadable -> character(unreadable);
      case MarkedYamlEngineException marked -> marked(marked);
      default -> error(Position.START, sentence(String.valueOf(mistake.getMessage())));
    };
  }

  private Diagnostic character(ReaderException unreadable) {
    int offset =
        source
            .text()
            .offsetByCodePoints(
                0,
                Math.min(
                    unreadable.getPosition(),
                    source.text().codePointCount(0, source.text().length())));
    return error(
        source.position(offset),
        "the character U+%04X is not allowed in YAML".formatted(unreadable.getCodePoint()));
  }

  private Diagnostic marked(MarkedYamlEngineException mistake) {
    Position place = place(mistake.getProblemMark());
    if (startsWithTab(place)) {
      return error(place, "a tab is used to indent; YAML allows spaces only")
          .hint("replace the tabs at the start of the line by spaces");
    }
    String problem = String.valueOf(mistake.getProblem());
    String context = String.valueOf(mistake.getContext());
    if (problem.contains("end of stream") && context.contains("quoted scalar")) {
      return error(place(mistake.getContextMark()), "the quote is never closed");
    }
    if (problem.contains("could not find expected ':'")) {
      return error(place(mistake.getContextMark()), "a `:` is missing after this key");
    }
    Matcher missing = MISSING.matcher(problem);
    if (missing.lookingAt()) {
      return unseparated(missing.group(1), place, mistake.getContextMark());
    }
    return named(problem, place).orElseGet(() -> within(mistake, error(place, sentence(problem))));
  }

  /** What can be said from the parser's problem alone. */
  private Optional<Diagnostic> named(String problem, Position place) {
    if (problem.startsWith("mapping values are not allowed")) {
      return Optional.of(
          error(place, "a `:` does not belong here")
              .hint("put text with `: ` in it in quotes, or check the indentation of this line"));
    }
    if (problem.contains("that cannot start any token")) {
      return Optional.of(
          error(place, "text cannot start with `%s`".formatted(at(place)))
              .hint("put the value in quotes"));
    }
    if (problem.startsWith("expected <block end>")) {
      return Optional.of(
          error(place, "this does not line up with what stands above it")
              .hint("indent what belongs together by the same number of spaces"));
    }
    return Optional.empty();
  }

  /** Most often a variable without quotes, or the end of a list that was forgotten lines above. */
  private Diagnostic unseparated(String end, Position place, Optional<Mark> begin) {
    if ("{[".contains(at(place))) {
      return error(place, "text with `%s` in it needs quotes here".formatted(at(place)))
          .hint("put it in quotes, as in `\"${NAME}\"`");
    }
    Diagnostic missing = error(place, "a `,` or a `%s` is missing here".formatted(end));
    Position start = place(begin);
    return start.line() == place.line()
        ? missing
        : missing.related(
            new Span(source, start, start.plusColumns(1)), "what it belongs to begins here");
  }

  private Diagnostic within(MarkedYamlEngineException mistake, Diagnostic diagnostic) {
    String context = mistake.getContext();
    if (context == null || mistake.getContextMark().isEmpty()) {
      return diagnostic;
    }
    Position start = place(mistake.getContextMark());
    return diagnostic.related(new Span(source, start, start), context.strip());
  }

  private boolean startsWithTab(Position place) {
    String line = source.line(place.line());
    int text = 0;
    while (text < line.length() && Character.isWhitespace(line.charAt(text))) {
      text++;
    }
    return place.column() <= text + 1 && line.substring(0, text).contains("\t");
  }

  private String at(Position place) {
    String line = source.line(place.line());
    return place.column() <= line.length()
        ? line.substring(place.column() - 1, place.column())
        : "";
  }

  private Position place(Optional<Mark> mark) {
    return mark.map(marks::position).orElse(Position.START);
  }

  private static String sentence(String problem) {
    String text = problem.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    return text.isEmpty()
        ? "not YAML"
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private Diagnostic error(Position place, String message) {
    return Diagnostic.error(
        Code.YAML_SYNTAX, new Span(source, place, place.plusColumns(1)), message);
  }
}
