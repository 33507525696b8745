package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Rows.swarm;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** Where Swarm puts containers. */
final class PlacementTable {
  static final Table TABLE = Table.of("`placement`");
  private static final Table PREFERENCE = Table.of("a preference");

  static final Attribute<String> SPREAD = PREFERENCE.add(swarm("spread", Scalars.TEXT));

  static final Attribute<List<String>> CONSTRAINTS =
      TABLE.add(swarm("constraints", Shapes.texts()));
  static final Attribute<List<Mapping>> PREFERENCES =
      TABLE.add(swarm("preferences", Shapes.listOf(PREFERENCE.shape())));
  static final Attribute<Long> MAX_REPLICAS =
      TABLE.add(swarm("max_replicas_per_node", Scalars.NATURAL));

  private PlacementTable() {}
}
