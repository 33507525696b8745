package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.noEngine;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Shapes;

/** Secrets and configs of a project: files that services may be given. */
public final class SecretTables {
  static final Table SECRET = Table.of("a secret");
  static final Table CONFIG = Table.of("a config");

  public static final Attribute<String> NAME = ours("name", TEXT);
  public static final Attribute<String> FILE = ours("file", TEXT).path(PathRule.GRANT);
  public static final Attribute<String> ENVIRONMENT = ours("environment", TEXT);
  public static final Attribute<String> CONTENT = ours("content", TEXT);
  public static final Attribute<Boolean> EXTERNAL = ours("external", ExternalAttribute.FLAG);

  /** Docker Compose refuses these two, where a service uses the secret or config. */
  public static final Attribute<String> DRIVER = noEngine("driver", TEXT);

  public static final Attribute<String> TEMPLATE_DRIVER = noEngine("template_driver", TEXT);

  static {
    SECRET.add(NAME);
    SECRET.add(FILE);
    SECRET.add(ENVIRONMENT);
    SECRET.add(EXTERNAL);
    SECRET.add(ignored("labels", Shapes.labels()));
    SECRET.add(DRIVER);
    SECRET.add(ignored("driver_opts", Shapes.options()));
    SECRET.add(TEMPLATE_DRIVER);

    CONFIG.add(NAME);
    CONFIG.add(FILE);
    CONFIG.add(ENVIRONMENT);
    CONFIG.add(CONTENT);
    CONFIG.add(EXTERNAL);
    CONFIG.add(ignored("labels", Shapes.labels()));
    CONFIG.add(TEMPLATE_DRIVER);
  }

  private SecretTables() {}
}
