package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;

/** The variables by which a service learns of a model. */
public final class ServiceModelTable {
  static final Table TABLE = Table.of("a model of a service");

  public static final Attribute<String> ENDPOINT = TABLE.add(ours("endpoint_var", Scalars.TEXT));
  public static final Attribute<String> MODEL = TABLE.add(ours("model_var", Scalars.TEXT));

  private ServiceModelTable() {}
}
