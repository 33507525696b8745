package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.ItemKeys;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.schema.shape.ShortForm;
import dev.fermata.model.schema.shape.ShortSyntax;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** A port in long form. */
public final class PortTable {
  private static final Table TABLE = Table.of("a port");

  /** {@code [HOST_IP:][PUBLISHED:]TARGET[/PROTOCOL]}. */
  private static final Shape<String> SHORT = Scalars.TEXT_OR_INTEGER;

  public static final Attribute<String> NAME = TABLE.add(ignored("name", Scalars.TEXT));
  public static final Attribute<String> MODE =
      TABLE.add(mapped("mode", Scalars.TEXT).otherwise(Shapes.defaultText("ingress")));
  public static final Attribute<String> HOST_IP = TABLE.add(mapped("host_ip", Scalars.TEXT));
  public static final Attribute<Long> TARGET =
      TABLE.add(mapped("target", Scalars.integer(0, 4_294_967_295L)).with(REQUIRED));
  public static final Attribute<String> PUBLISHED =
      TABLE.add(mapped("published", Scalars.TEXT_OR_INTEGER));
  public static final Attribute<String> PROTOCOL =
      TABLE.add(mapped("protocol", Scalars.TEXT).otherwise(Shapes.defaultText("tcp")));
  public static final Attribute<String> APP_PROTOCOL =
      TABLE.add(ignored("app_protocol", Scalars.TEXT));

  private PortTable() {}

  static Shape<List<Mapping>> ports() {
    return new ShortForm<>(
        Shapes.listOf(TABLE.shape()).uniqueBy(ItemKeys.PORT),
        "a list",
        ShortSyntax::ports,
        full -> Form.listOf(Form.either(SHORT.form(), new Form.Attributes(TABLE))));
  }
}
