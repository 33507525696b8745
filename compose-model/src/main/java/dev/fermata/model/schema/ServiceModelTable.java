package dev.fermata.model.schema;

import static dev.fermata.model.schema.Rows.notYet;

/** The variables by which a service learns of a model. */
final class ServiceModelTable {
  static final Table TABLE = Table.of("a model of a service");

  static final Attribute<String> ENDPOINT = TABLE.add(notYet("endpoint_var", Scalars.TEXT));
  static final Attribute<String> MODEL = TABLE.add(notYet("model_var", Scalars.TEXT));

  private ServiceModelTable() {}
}
