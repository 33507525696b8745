package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.shape.Scalars;

/** A container that runs to its end before a service starts: all that a container may have. */
public final class PreStartTable {
  public static final Table TABLE = Table.of("a `pre_start` hook").addAll(ContainerTable.TABLE);

  public static final Attribute<Boolean> PER_REPLICA = TABLE.add(ours("per_replica", Scalars.FLAG));

  private PreStartTable() {}
}
