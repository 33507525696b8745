package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.Optional;

/** A secret or config that a service gets; a secret has a default place. */
public final class GrantTable {
  private static final Table TABLE = Table.of("a grant of a secret or config");
  private static final Table SECRET = Table.of("a grant of a secret");

  public static final Attribute<String> SOURCE = TABLE.add(mapped("source", Scalars.TEXT));
  public static final Attribute<String> TARGET = TABLE.add(mapped("target", Scalars.TEXT));
  public static final Attribute<String> UID = TABLE.add(mapped("uid", Scalars.TEXT));
  public static final Attribute<String> GID = TABLE.add(mapped("gid", Scalars.TEXT));
  public static final Attribute<Long> MODE = TABLE.add(mapped("mode", Scalars.FILE_MODE));

  static {
    SECRET.add(SOURCE);
    SECRET.add(
        TARGET.otherwise(grant ->
            Optional.of(Shapes.defaultText("/run/secrets/" + SOURCE.in(grant).orElse("")))));
    SECRET.add(UID);
    SECRET.add(GID);
    SECRET.add(MODE);
  }

  private GrantTable() {}

  public static Shape<Mapping> grant() {
    return Shapes.textFor("source", TABLE.shape());
  }

  static Shape<Mapping> secret() {
    return Shapes.textFor("source", SECRET.shape());
  }
}
