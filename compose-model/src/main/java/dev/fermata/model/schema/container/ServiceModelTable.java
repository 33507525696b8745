package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Rows.notYet;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;

/** The variables by which a service learns of a model. */
final class ServiceModelTable {
  static final Table TABLE = Table.of("a model of a service");

  static final Attribute<String> ENDPOINT = TABLE.add(notYet("endpoint_var", Scalars.TEXT));
  static final Attribute<String> MODEL = TABLE.add(notYet("model_var", Scalars.TEXT));

  private ServiceModelTable() {}
}
