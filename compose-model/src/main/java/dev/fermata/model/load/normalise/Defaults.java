package dev.fermata.model.load.normalise;

import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.TableWalk;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.Optional;

/** Fills in what the attribute tables give where the user says nothing. */
public final class Defaults {
  private Defaults() {}

  public static Mapping fill(Mapping document) {
    return TableWalk.rewrite(document, Schema.FILE, Defaults::fill);
  }

  private static Mapping fill(Mapping mapping, Table table) {
    Mapping filled = mapping;
    for (Attribute<?> attribute : table.attributes()) {
      Optional<Node> value =
          filled.get(attribute.name()).isPresent() ? Optional.empty() : attribute.fallback(filled);
      filled = value.isPresent() ? filled.with(attribute.name(), value.get()) : filled;
    }
    return filled;
  }
}
