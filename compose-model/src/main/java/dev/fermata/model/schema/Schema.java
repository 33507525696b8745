package dev.fermata.model.schema;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** The schema of a Compose file as a whole. */
public final class Schema {
  /** A whole document. */
  public static final Shape<Mapping> FILE = ProjectTable.TABLE.shape();

  /** A service. */
  public static final Shape<Mapping> SERVICE = ServiceTable.TABLE.shape();

  /** What a hook before the start may say. */
  public static final Shape<Mapping> PRE_START = PreStartTable.TABLE.shape();

  /** Where an attribute most often belongs that stands where it is unknown. */
  public static final List<Table> USUAL_TABLES = List.of(ServiceTable.TABLE, ProjectTable.TABLE);

  /** A whole document, as it may be written. */
  public static Form form() {
    return FILE.form();
  }

  private Schema() {}
}
