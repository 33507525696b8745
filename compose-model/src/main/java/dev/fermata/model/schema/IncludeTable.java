package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;

import dev.fermata.model.schema.attribute.AnyShape;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Rows;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.ShapeWithForm;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Node;
import java.util.List;

/** An entry of {@code include}. Includes are read, and checked, before a document is complete. */
public final class IncludeTable {
  public static final Table TABLE = Table.withoutExtensions("an entry of `include`");
  private static final Shape<List<String>> FILES = Shapes.oneOrMore(Shapes.texts());

  public static final Attribute<List<String>> PATH =
      TABLE.add(Rows.ours("path", FILES).with(REQUIRED));
  public static final Attribute<List<String>> ENV_FILE = TABLE.add(Rows.ours("env_file", FILES));
  public static final Attribute<String> PROJECT_DIRECTORY =
      TABLE.add(Rows.ours("project_directory", Scalars.TEXT));

  static final Shape<Node> ENTRY =
      new ShapeWithForm<>(AnyShape.ANY, Form.either(Form.text(), new Form.Attributes(TABLE)));

  private IncludeTable() {}
}
