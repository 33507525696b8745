package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.notYet;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.util.List;

/** Models of a project. */
final class ModelTable {
  static final Table TABLE = Table.of("a model");

  static final Attribute<String> NAME = TABLE.add(notYet("name", TEXT));
  static final Attribute<String> MODEL = TABLE.add(notYet("model", TEXT).with(REQUIRED));
  static final Attribute<Long> CONTEXT_SIZE =
      TABLE.add(notYet("context_size", Scalars.STRICT_INTEGER));
  static final Attribute<List<String>> RUNTIME_FLAGS =
      TABLE.add(notYet("runtime_flags", Shapes.texts()));

  private ModelTable() {}
}
