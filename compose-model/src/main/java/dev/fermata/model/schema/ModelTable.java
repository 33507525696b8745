package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.util.List;

/** Models of a project. */
public final class ModelTable {
  static final Table TABLE = Table.of("a model");

  public static final Attribute<String> NAME = TABLE.add(ours("name", TEXT));
  public static final Attribute<String> MODEL = TABLE.add(ours("model", TEXT).with(REQUIRED));
  public static final Attribute<Long> CONTEXT_SIZE =
      TABLE.add(ours("context_size", Scalars.STRICT_INTEGER));
  public static final Attribute<List<String>> RUNTIME_FLAGS =
      TABLE.add(ours("runtime_flags", Shapes.texts()));

  private ModelTable() {}
}
