package dev.fermata.model.schema;

import static dev.fermata.model.schema.Rows.ignored;

/** Credentials of a Windows container. */
final class CredentialSpecTable {
  static final Table TABLE = Table.of("`credential_spec`");

  static final Attribute<String> CONFIG = TABLE.add(ignored("config", Scalars.TEXT));
  static final Attribute<String> FILE = TABLE.add(ignored("file", Scalars.TEXT));
  static final Attribute<String> REGISTRY = TABLE.add(ignored("registry", Scalars.TEXT));

  private CredentialSpecTable() {}
}
