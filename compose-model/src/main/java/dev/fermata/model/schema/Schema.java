package dev.fermata.model.schema;

import dev.fermata.model.tree.Mapping;

/** The schema of a Compose file as a whole. */
public final class Schema {
  /** A whole document. */
  public static final Shape<Mapping> FILE = ProjectTable.TABLE.shape();

  /** A service. */
  public static final Shape<Mapping> SERVICE = ServiceTable.TABLE.shape();

  /** What a hook before the start may say. */
  public static final Shape<Mapping> PRE_START = PreStartTable.TABLE.shape();

  /** A whole document, as it may be written. */
  public static Form form() {
    return FILE.form();
  }

  private Schema() {}
}
