package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.EitherShape;
import dev.fermata.model.schema.shape.ListShape;
import dev.fermata.model.schema.shape.OneOrListShape;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.util.List;
import java.util.SortedMap;

/** Another program that provides a service. */
public final class ProviderTable {
  static final Table TABLE = Table.of("`provider`");
  private static final ListShape<String> LIST = Shapes.listOf(Scalars.SINGLE_VALUE);

  public static final Attribute<String> TYPE = TABLE.add(ours("type", Scalars.TEXT).with(REQUIRED));
  public static final Attribute<SortedMap<String, List<String>>> OPTIONS =
      TABLE.add(ours("options", Shapes.mapOf(option())));

  private ProviderTable() {}

  private static Shape<List<String>> option() {
    return new OneOrListShape<>(new EitherShape(Scalars.SINGLE_VALUE, LIST), LIST);
  }
}
