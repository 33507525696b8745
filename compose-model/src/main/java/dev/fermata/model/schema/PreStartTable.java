package dev.fermata.model.schema;

import static dev.fermata.model.schema.Rows.notYet;

/** A container that runs to its end before a service starts: all that a container may have. */
public final class PreStartTable {
  static final Table TABLE = Table.of("a `pre_start` hook").addAll(ContainerTable.TABLE);

  public static final Attribute<Boolean> PER_REPLICA =
      TABLE.add(notYet("per_replica", Scalars.FLAG));

  private PreStartTable() {}
}
