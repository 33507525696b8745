package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.ItemKeys;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** A file with variables. */
public final class EnvFileTable {
  private static final Table TABLE = Table.withoutExtensions("an `env_file`");

  public static final Attribute<String> PATH =
      TABLE.add(ours("path", Scalars.TEXT).with(REQUIRED).path(PathRule.FILE));
  public static final Attribute<Boolean> NEEDED =
      TABLE.add(ours("required", Scalars.FLAG_ON).otherwise(Shapes.defaultFlag(true)));
  public static final Attribute<String> FORMAT = TABLE.add(ours("format", Scalars.TEXT));

  private EnvFileTable() {}

  static Shape<List<Mapping>> files() {
    return Shapes.oneOrMore(
        Shapes.listOf(Shapes.textFor("path", TABLE.shape())).uniqueBy(ItemKeys.PATH));
  }
}
