package dev.fermata.model.load.env;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.VariableScope;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The variables of the files that services name. A file that asks for nothing from outside gives
 * all services the same, and is parsed once.
 */
final class EnvFileCache {
  private record Parse(SourceText text, String format) {}

  private final Map<Parse, SortedMap<String, Mapping.Entry>> byText = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  SortedMap<String, Mapping.Entry> of(SourceText text, String format, VariableScope scope) {
    var parse = new Parse(text, format);
    SortedMap<String, Mapping.Entry> ready = byText.get(parse);
    if (ready != null) {
      return ready;
    }
    var asked = new HashSet<String>();
    SortedMap<String, Mapping.Entry> entries = entries(parse(text, format, scope.recording(asked)));
    if (asked.isEmpty()) {
      byText.put(parse, entries);
    }
    return entries;
  }

  private static Result<SequencedMap<String, Assignment>> parse(
      SourceText text, String format, VariableScope scope) {
    return format.equals("raw") ? RawEnv.parse(text, scope) : Dotenv.parse(text, scope);
  }

  private SortedMap<String, Mapping.Entry> entries(
      Result<SequencedMap<String, Assignment>> parsed) {
    diagnostics.addAll(parsed.diagnostics());
    var entries = new TreeMap<String, Mapping.Entry>();
    parsed
        .value()
        .ifPresent(values ->
            values.forEach((name, found) -> {
              Scalar value =
                  Scalar.string(found.value(), found.span()).withHistory(History.of(found.draws()));
              entries.put(name, new Mapping.Entry(found.span(), value));
            }));
    return entries;
  }
}
