package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.ShortForm;
import dev.fermata.model.schema.shape.ShortSyntax;
import dev.fermata.model.tree.Mapping;

/** A device of the host. */
public final class DeviceTable {
  private static final Table TABLE = Table.of("a device");

  public static final Attribute<String> SOURCE =
      TABLE.add(mapped("source", Scalars.TEXT).with(REQUIRED));
  public static final Attribute<String> TARGET =
      TABLE.add(mapped("target", Scalars.TEXT).with(REQUIRED));
  public static final Attribute<String> PERMISSIONS =
      TABLE.add(mapped("permissions", Scalars.TEXT));

  private DeviceTable() {}

  static Shape<Mapping> device() {
    return new ShortForm<>(TABLE.shape(), "a text or a mapping", ShortSyntax::device);
  }
}
