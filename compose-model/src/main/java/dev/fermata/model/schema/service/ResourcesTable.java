package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.shape.Scalars.DECIMAL;

import dev.fermata.model.ByteSize;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.GpuTable;
import dev.fermata.model.schema.shape.ScalarShape;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.List;

/** Limits and reservations. */
public final class ResourcesTable {
  static final Table TABLE = Table.of("`resources`");
  private static final Table LIMITS_TABLE = Table.of("`limits`");
  private static final Table RESERVATIONS_TABLE = Table.of("`reservations`");
  private static final Table GENERIC = Table.of("a generic resource");
  private static final Table DISCRETE = Table.of("`discrete_resource_spec`");

  private static final ScalarShape<ByteSize> MEMORY_SHAPE =
      Scalars.BYTES.from("a text such as `512m`", Scalar.Kind.STRING);

  public static final Attribute<Float> CPUS = LIMITS_TABLE.add(mapped("cpus", DECIMAL));
  public static final Attribute<ByteSize> MEMORY = LIMITS_TABLE.add(mapped("memory", MEMORY_SHAPE));
  public static final Attribute<Long> PIDS =
      LIMITS_TABLE.add(mapped("pids", Scalars.INTEGER_NUMBER));

  public static final Attribute<String> KIND =
      DISCRETE.add(ignored("kind", Scalars.TEXT).with(ZERO_COUNTS));
  public static final Attribute<Long> VALUE =
      DISCRETE.add(ignored("value", Scalars.NUMBER).with(ZERO_COUNTS));
  public static final Attribute<Mapping> SPEC =
      GENERIC.add(ignored("discrete_resource_spec", DISCRETE.shape()));

  public static final Attribute<Float> RESERVED_CPUS =
      RESERVATIONS_TABLE.add(ignored("cpus", DECIMAL));
  public static final Attribute<ByteSize> RESERVED_MEMORY =
      RESERVATIONS_TABLE.add(mapped("memory", MEMORY_SHAPE));
  public static final Attribute<List<Mapping>> DEVICES =
      RESERVATIONS_TABLE.add(mapped("devices", Shapes.listOf(GpuTable.TABLE.shape())));
  public static final Attribute<List<Mapping>> GENERIC_RESOURCES =
      RESERVATIONS_TABLE.add(ignored("generic_resources", Shapes.listOf(GENERIC.shape())));

  public static final Attribute<Mapping> LIMITS = TABLE.add(mapped("limits", LIMITS_TABLE.shape()));
  public static final Attribute<Mapping> RESERVATIONS =
      TABLE.add(mapped("reservations", RESERVATIONS_TABLE.shape()));

  private ResourcesTable() {}
}
