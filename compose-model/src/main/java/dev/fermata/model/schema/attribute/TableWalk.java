package dev.fermata.model.schema.attribute;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Optional;

/** Visits every mapping of a document that has a table, those below first. */
public final class TableWalk {

  /** What becomes of a mapping with a table. */
  public interface Rule {
    Mapping apply(Mapping mapping, Table table);
  }

  private TableWalk() {}

  /** The document, or the part of one, whose shape is {@code shape}. */
  public static Mapping rewrite(Mapping document, Shape<?> shape, Rule rule) {
    return mapping(document, shape, rule);
  }

  private static Node rewrite(Node node, Optional<Shape<?>> shape, Rule rule) {
    if (shape.isEmpty()) {
      return node;
    }
    return switch (node) {
      case Mapping mapping -> mapping(mapping, shape.get(), rule);
      case Sequence sequence -> {
        Optional<Shape<?>> item = shape.get().below("[]");
        yield sequence.mapItems(one -> rewrite(one, item, rule));
      }
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }

  private static Mapping mapping(Mapping mapping, Shape<?> shape, Rule rule) {
    Mapping rewritten = mapping.mapValues((key, value) -> rewrite(value, shape.below(key), rule));
    return shape.table().map(table -> rule.apply(rewritten, table)).orElse(rewritten);
  }
}
