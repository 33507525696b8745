package dev.fermata.model.schema;

import static dev.fermata.model.schema.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.Rows.ours;

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
