package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Rows.ignored;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;

/** Credentials of a Windows container. */
final class CredentialSpecTable {
  static final Table TABLE = Table.of("`credential_spec`");

  static final Attribute<String> CONFIG = TABLE.add(ignored("config", Scalars.TEXT));
  static final Attribute<String> FILE = TABLE.add(ignored("file", Scalars.TEXT));
  static final Attribute<String> REGISTRY = TABLE.add(ignored("registry", Scalars.TEXT));

  private CredentialSpecTable() {}
}
