package dev.fermata.model.load.interpolate;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variables that a document sees, each with where its value comes from and what it hides. */
public final class Variables {
  public static final Variables NONE = new Variables(Map.of());

  private final Map<String, Assignment> byName;

  private Variables(Map<String, Assignment> byName) {
    this.byName = byName;
  }

  public static Variables of(Map<String, Assignment> byName) {
    return new Variables(Map.copyOf(byName));
  }

  /** Variables that all come from one place outside of files. */
  public static Variables from(String place, Map<String, String> values) {
    Span span = Span.of(place);
    return new Variables(
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Assignment.of(entry.getValue(), span))));
  }

  public Optional<Assignment> assignment(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<String> value(String name) {
    return assignment(name).map(Assignment::value);
  }

  public String valueOr(String name, String otherwise) {
    return value(name).orElse(otherwise);
  }

  public Map<String, Assignment> assignments() {
    return byName;
  }

  public Map<String, String> values() {
    return byName.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }

  /** These, and of {@code lower} those that are not among them; the others are hidden. */
  public Variables above(Variables lower) {
    var all = new HashMap<>(lower.byName);
    byName.forEach((name, upper) -> all.merge(name, upper, (low, high) -> high.over(low)));
    return new Variables(all);
  }

  public Variables startingWith(String prefix) {
    var some = new HashMap<>(byName);
    some.keySet().removeIf(name -> !name.startsWith(prefix));
    return new Variables(some);
  }

  public Variables with(String name, Assignment assignment) {
    return of(Map.of(name, assignment)).above(this);
  }
}
