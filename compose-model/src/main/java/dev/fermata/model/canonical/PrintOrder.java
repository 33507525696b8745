package dev.fermata.model.canonical;

import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.text.GoText;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The order in which Docker Compose prints the keys of a model. Its YAML and its JSON sort
 * differently; attributes stand in the order of their table, unless variables are left as they are:
 * then nothing is known of them.
 */
public final class PrintOrder {
  private static final Comparator<String> NATURAL = new NaturalOrder();

  private PrintOrder() {}

  /** A canonical document for YAML. */
  public static Mapping yaml(Mapping document) {
    return document.withEntries(entries(document, Optional.of(Schema.FILE)));
  }

  /** A canonical document for JSON: extensions below the top level are not in it. */
  public static Mapping json(Mapping document) {
    Mapping bare = Extensions.without(document);
    var sorted = new TreeMap<String, Mapping.Entry>(GoText.ORDER);
    sorted.putAll(bare.entries());
    return bare.withEntries(sorted);
  }

  /** A document whose variables are left as they are, for YAML. */
  public static Mapping rawYaml(Mapping document) {
    return document.withEntries(sorted(document, NATURAL));
  }

  /** A document whose variables are left as they are, for JSON. */
  public static Mapping rawJson(Mapping document) {
    return document.withEntries(sorted(document, GoText.ORDER));
  }

  private static Map<String, Mapping.Entry> entries(Mapping mapping, Optional<Shape<?>> shape) {
    Optional<Table> table = shape.flatMap(Shape::table);
    var attributes = new LinkedHashMap<String, Mapping.Entry>();
    var others = new TreeMap<String, Mapping.Entry>(NATURAL);
    mapping
        .entries()
        .forEach((key, entry) -> {
          boolean known =
              table
                  .filter(rows -> !rows.isAside(key))
                  .flatMap(rows -> rows.attribute(key))
                  .isPresent();
          Map<String, Mapping.Entry> where = known ? attributes : others;
          where.put(key, entry.withValue(node(entry.value(), shape.flatMap(s -> s.below(key)))));
        });
    attributes.putAll(others);
    return attributes;
  }

  private static Node node(Node node, Optional<Shape<?>> shape) {
    return switch (node) {
      case Mapping mapping -> mapping.withEntries(entries(mapping, shape));
      case Sequence sequence -> {
        Optional<Shape<?>> item = shape.flatMap(above -> above.below("[]"));
        yield sequence.withItems(sequence.items().stream().map(one -> node(one, item)).toList());
      }
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }

  private static Map<String, Mapping.Entry> sorted(Mapping mapping, Comparator<String> order) {
    var sorted = new TreeMap<String, Mapping.Entry>(order);
    mapping
        .entries()
        .forEach((key, entry) -> sorted.put(key, entry.withValue(sorted(entry.value(), order))));
    return sorted;
  }

  private static Node sorted(Node node, Comparator<String> order) {
    return switch (node) {
      case Mapping mapping -> mapping.withEntries(sorted(mapping, order));
      case Sequence sequence ->
          sequence.withItems(sequence.items().stream().map(one -> sorted(one, order)).toList());
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }
}
