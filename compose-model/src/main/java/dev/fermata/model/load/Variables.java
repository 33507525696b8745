package dev.fermata.model.load;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variables that a document sees, each with where its value comes from and what it hides. */
final class Variables {
  static final Variables NONE = new Variables(Map.of());

  private final Map<String, Assignment> byName;

  private Variables(Map<String, Assignment> byName) {
    this.byName = byName;
  }

  static Variables of(Map<String, Assignment> byName) {
    return new Variables(Map.copyOf(byName));
  }

  /** Variables that all come from one place outside of files. */
  static Variables from(String place, Map<String, String> values) {
    Span span = Span.of(place);
    return new Variables(
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Assignment.of(entry.getValue(), span))));
  }

  Optional<Assignment> assignment(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<String> value(String name) {
    return assignment(name).map(Assignment::value);
  }

  String valueOr(String name, String otherwise) {
    return value(name).orElse(otherwise);
  }

  Map<String, Assignment> assignments() {
    return byName;
  }

  Map<String, String> values() {
    return byName.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }

  /** These, and of {@code lower} those that are not among them; the others are hidden. */
  Variables above(Variables lower) {
    var all = new HashMap<>(lower.byName);
    byName.forEach((name, upper) -> all.merge(name, upper, (low, high) -> high.over(low)));
    return new Variables(all);
  }

  Variables startingWith(String prefix) {
    var some = new HashMap<>(byName);
    some.keySet().removeIf(name -> !name.startsWith(prefix));
    return new Variables(some);
  }

  Variables with(String name, Assignment assignment) {
    return of(Map.of(name, assignment)).above(this);
  }
}
