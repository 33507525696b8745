package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.util.SortedMap;

/** The engine's log driver. */
public final class LoggingTable {
  static final Table TABLE = Table.of("`logging`");

  public static final Attribute<String> DRIVER = TABLE.add(mapped("driver", Scalars.TEXT));
  public static final Attribute<SortedMap<String, String>> OPTIONS =
      TABLE.add(mapped("options", Shapes.mapOf(Scalars.TEXT_NUMBER_DATE_OR_NULL)));

  private LoggingTable() {}
}
