package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.notYet;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.ObjectShape;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.schema.shape.ShortForm;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** Volumes, secrets, configs and models of a project. */
public final class ResourceTables {
  static final Table VOLUME = Table.of("a volume");
  static final Table SECRET = Table.of("a secret");
  static final Table CONFIG = Table.of("a config");
  static final Table MODEL = Table.of("a model");

  public static final Attribute<String> VOLUME_NAME = VOLUME.add(mapped("name", TEXT));
  public static final Attribute<String> VOLUME_DRIVER = VOLUME.add(mapped("driver", TEXT));
  public static final Attribute<SortedMap<String, String>> VOLUME_DRIVER_OPTS =
      VOLUME.add(mapped("driver_opts", Shapes.options()).path(PathRule.BIND_OPTIONS));
  public static final Attribute<Boolean> VOLUME_EXTERNAL =
      VOLUME.add(ours("external", ExternalAttribute.FLAG));
  public static final Attribute<SortedMap<String, String>> VOLUME_LABELS =
      VOLUME.add(mapped("labels", Shapes.labels()));

  public static final Attribute<String> NAME = ours("name", TEXT);
  public static final Attribute<String> FILE = ours("file", TEXT).path(PathRule.GRANT);
  public static final Attribute<String> ENVIRONMENT = ours("environment", TEXT);
  public static final Attribute<String> CONTENT = ours("content", TEXT);
  public static final Attribute<Boolean> EXTERNAL = ours("external", ExternalAttribute.FLAG);

  /** Docker Compose refuses these two, where a service uses the secret or config. */
  public static final Attribute<String> DRIVER = notYet("driver", TEXT);

  public static final Attribute<String> TEMPLATE_DRIVER = notYet("template_driver", TEXT);

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

  static final Attribute<String> MODEL_NAME = MODEL.add(notYet("name", TEXT));
  static final Attribute<String> MODEL_MODEL = MODEL.add(notYet("model", TEXT).with(REQUIRED));
  static final Attribute<Long> CONTEXT_SIZE =
      MODEL.add(notYet("context_size", Scalars.STRICT_INTEGER));
  static final Attribute<List<String>> RUNTIME_FLAGS =
      MODEL.add(notYet("runtime_flags", Shapes.texts()));

  private ResourceTables() {}

  /** A thing of the project that may live outside of it. */
  static Shape<Mapping> resource(ObjectShape object) {
    return new ShortForm<>(
        object, "a mapping", ExternalAttribute::expand, UnaryOperator.identity());
  }
}
