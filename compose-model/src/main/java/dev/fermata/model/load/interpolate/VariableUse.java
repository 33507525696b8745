package dev.fermata.model.load.interpolate;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A variable that a file refers to; the default and the alternative are empty where none is. */
public record VariableUse(
    String name, boolean required, String defaultValue, String alternateValue) {

  /** All of a document, by name; what several references say counts together. */
  public static List<VariableUse> in(Mapping document) {
    var found = new TreeMap<String, VariableUse>();
    collect(document, found);
    return List.copyOf(found.values());
  }

  private static void collect(Node node, SortedMap<String, VariableUse> found) {
    switch (node) {
      case Mapping mapping ->
          mapping.entries().values().forEach(entry -> collect(entry.value(), found));
      case Sequence sequence -> sequence.items().forEach(item -> collect(item, found));
      case Scalar scalar ->
          Substitution.uses(scalar.text())
              .forEach(use -> found.merge(use.name(), use, VariableUse::and));
      case Faulty faulty -> {}
    }
  }

  /** Of several defaults, the first one is named. */
  private VariableUse and(VariableUse other) {
    return new VariableUse(
        name,
        required || other.required,
        defaultValue.isEmpty() ? other.defaultValue : defaultValue,
        alternateValue.isEmpty() ? other.alternateValue : alternateValue);
  }
}
