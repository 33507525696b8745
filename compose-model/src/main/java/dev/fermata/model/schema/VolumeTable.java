package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Shapes;
import java.util.SortedMap;

/** Volumes of a project. */
public final class VolumeTable {
  static final Table TABLE = Table.of("a volume");

  public static final Attribute<String> NAME = TABLE.add(mapped("name", TEXT));
  public static final Attribute<String> DRIVER = TABLE.add(mapped("driver", TEXT));
  public static final Attribute<SortedMap<String, String>> DRIVER_OPTS =
      TABLE.add(mapped("driver_opts", Shapes.options()).path(PathRule.BIND_OPTIONS));
  public static final Attribute<Boolean> EXTERNAL =
      TABLE.add(ours("external", ExternalAttribute.FLAG));
  public static final Attribute<SortedMap<String, String>> LABELS =
      TABLE.add(mapped("labels", Shapes.labels()));

  private VolumeTable() {}
}
