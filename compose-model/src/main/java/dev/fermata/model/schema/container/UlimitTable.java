package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.EitherShape;
import dev.fermata.model.schema.shape.ScalarShape;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.SortedMap;

/** A limit of a process: one number, or a soft and a hard one. */
public final class UlimitTable {
  private static final Table TABLE = Table.of("a ulimit");
  private static final ScalarShape<Long> LIMIT =
      Scalars.INTEGER_NUMBER.from("a whole number", Scalar.Kind.INTEGER, Scalar.Kind.STRING);

  public static final Attribute<Long> SOFT = TABLE.add(mapped("soft", LIMIT).with(REQUIRED));
  public static final Attribute<Long> HARD = TABLE.add(mapped("hard", LIMIT).with(REQUIRED));

  private UlimitTable() {}

  public static Shape<SortedMap<String, Node>> ulimits() {
    return Shapes.mapOf(new EitherShape(LIMIT, TABLE.shape()));
  }
}
