package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.NULL_IF_ABSENT;
import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Commands run in a container after its start or before its stop. */
public final class HookTable {
  public static final Table TABLE = Table.of("a hook");

  public static final Attribute<List<String>> COMMAND =
      TABLE.add(ours("command", Shapes.command()).with(REQUIRED, NULL_IF_ABSENT, ZERO_COUNTS));
  public static final Attribute<String> USER = TABLE.add(ours("user", Scalars.TEXT));
  public static final Attribute<Boolean> PRIVILEGED = TABLE.add(ours("privileged", Scalars.FLAG));
  public static final Attribute<String> WORKING_DIR = TABLE.add(ours("working_dir", Scalars.TEXT));
  public static final Attribute<SortedMap<String, Optional<String>>> ENVIRONMENT =
      TABLE.add(ours("environment", Shapes.variables()));

  private HookTable() {}
}
