package dev.fermata.model.canonical;

import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Attribute.Trait;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.TableWalk;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;

/**
 * What stands in the canonical form for absent values: Docker Compose's JSON has it, its YAML has
 * not.
 */
public final class AbsentValues {
  private AbsentValues() {}

  public static Mapping without(Mapping document) {
    return TableWalk.rewrite(document, Schema.FILE, AbsentValues::without);
  }

  private static Mapping without(Mapping mapping, Table table) {
    Mapping kept = mapping;
    for (Attribute<?> attribute : table.attributes()) {
      boolean standsIn =
          mapping.get(attribute.name()).filter(AbsentValues::saysNothing).isPresent();
      if (standsIn && mayBeLeftOut(attribute)) {
        kept = kept.without(attribute.name());
      }
    }
    return kept;
  }

  private static boolean mayBeLeftOut(Attribute<?> attribute) {
    boolean printed = attribute.is(Trait.NULL_IF_ABSENT) || attribute.is(Trait.EMPTY_IF_ABSENT);
    return printed && attribute != ProjectTable.SERVICES;
  }

  private static boolean saysNothing(Node node) {
    return (node instanceof Scalar scalar && scalar.isNull())
        || (node instanceof Mapping mapping && mapping.entries().isEmpty());
  }
}
