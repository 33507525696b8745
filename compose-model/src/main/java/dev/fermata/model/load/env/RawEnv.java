package dev.fermata.model.load.env;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.VariableScope;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The format of {@code docker run --env-file}: a line is a name and all that follows its {@code =},
 * without quotes or interpolation; a bare name takes its value from outside.
 */
final class RawEnv {
  private RawEnv() {}

  static Result<SequencedMap<String, Assignment>> parse(SourceText source, VariableScope scope) {
    var values = new LinkedHashMap<String, Assignment>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (int number = 1; number <= source.lineCount(); number++) {
      String line = source.line(number).stripLeading();
      int equals = line.indexOf('=');
      String name = equals < 0 ? line : line.substring(0, equals);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
        diagnostics.add(badName(source, number, name));
        continue;
      }
      Span place = place(source, number, name);
      Optional<Assignment> value =
          equals >= 0
              ? Optional.of(Assignment.of(line.substring(equals + 1), place))
              : scope.outside(name).map(found -> found.takenFor(name, place));
      value.ifPresent(found -> values.put(name, found));
    }
    return Result.of(values, diagnostics);
  }

  private static Diagnostic badName(SourceText source, int number, String name) {
    return Diagnostic.error(
        Code.ENV_FILE,
        place(source, number, name),
        name.isEmpty()
            ? Message.of("no variable name stands before the `=`")
            : Message.of("a variable's name cannot contain a space"));
  }

  private static Span place(SourceText source, int number, String name) {
    String line = source.line(number);
    var start = new Position(number, line.length() - line.stripLeading().length() + 1);
    return new Span(source, start, start.plusColumns(Math.max(1, name.length())));
  }
}
