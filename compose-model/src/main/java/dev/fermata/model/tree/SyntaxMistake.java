package dev.fermata.model.tree;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.Optional;
import java.util.OptionalInt;
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
      default -> error(Position.START, "this cannot be read as YAML");
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
        "the character U+%s is not allowed in YAML",
        Quote.word("%04X".formatted(unreadable.getCodePoint())));
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
    boolean atEnd = source.offset(place) >= source.text().stripTrailing().length();
    OptionalInt bracket = atEnd ? Brackets.unclosed(source.text()) : OptionalInt.empty();
    if (bracket.isPresent()) {
      return unclosed(source.position(bracket.getAsInt()));
    }
    Matcher missing = MISSING.matcher(problem);
    if (missing.lookingAt()) {
      return unseparated(missing.group(1), place, mistake.getContextMark());
    }
    if (problem.contains("that cannot start any token")) {
      return error(place, "text cannot start with `%s`", Quote.name(at(place)))
          .hint("put the value in quotes");
    }
    return ParserWords.all().stream()
        .filter(words -> words.fits(problem, context))
        .findFirst()
        .map(words -> diagnostic(words, mistake))
        .orElseGet(() -> within(mistake, error(place, "this cannot be read as YAML")));
  }

  private Diagnostic diagnostic(ParserWords words, MarkedYamlEngineException mistake) {
    Position problem = place(mistake.getProblemMark());
    Position place =
        words.place() == ParserWords.Place.PROBLEM ? problem : place(mistake.getContextMark());
    Span span = new Span(source, place, place.plusColumns(1));
    Diagnostic found =
        Diagnostic.error(Code.YAML_SYNTAX, span, words.sentence(Quote.name(at(place))));
    return words.hint().map(found::hint).orElse(found);
  }

  private Diagnostic unclosed(Position place) {
    return error(place, "this `%s` is never closed", Quote.name(at(place)));
  }

  /** Most often a variable without quotes, or the end of a list that was forgotten lines above. */
  private Diagnostic unseparated(String end, Position place, Optional<Mark> begin) {
    if ("{[".contains(at(place))) {
      return error(place, "text with `%s` in it needs quotes here", Quote.name(at(place)))
          .hint("put it in quotes, as in `\"${NAME}\"`");
    }
    Diagnostic missing = error(place, "a `,` or a `%s` is missing here", Quote.word(end));
    Position start = place(begin);
    return start.line() == place.line()
        ? missing
        : missing.related(
            new Span(source, start, start.plusColumns(1)), "what it belongs to begins here");
  }

  private Diagnostic within(MarkedYamlEngineException mistake, Diagnostic diagnostic) {
    if (mistake.getContextMark().isEmpty()) {
      return diagnostic;
    }
    Position start = place(mistake.getContextMark());
    return diagnostic.related(new Span(source, start, start), "what it belongs to begins here");
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

  private Diagnostic error(
      Position place, @CompileTimeConstant String template, MessagePart... parts) {
    var span = new Span(source, place, place.plusColumns(1));
    return Diagnostic.error(Code.YAML_SYNTAX, span, template, parts);
  }
}
