package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;

/** The service that another one starts from. */
public final class ExtendsTable {
  private static final Table TABLE = Table.withoutExtensions("`extends`");

  public static final Attribute<String> FILE =
      TABLE.add(ours("file", Scalars.TEXT).path(PathRule.FILE));
  public static final Attribute<String> SERVICE =
      TABLE.add(ours("service", Scalars.TEXT).with(REQUIRED));

  private ExtendsTable() {}

  static Shape<Mapping> base() {
    return Shapes.textFor("service", TABLE.shape());
  }
}
