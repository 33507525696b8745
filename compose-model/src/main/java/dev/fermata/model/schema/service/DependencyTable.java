package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.schema.shape.TextParts;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.SortedMap;

/** What a service waits for. */
public final class DependencyTable {
  static final String STARTED = "service_started";
  private static final Table TABLE = Table.of("a dependency");

  public static final Attribute<String> CONDITION =
      TABLE.add(
          ours(
                  "condition",
                  Scalars.word(STARTED, "service_healthy", "service_completed_successfully"))
              .with(REQUIRED));
  public static final Attribute<Boolean> RESTART = TABLE.add(ours("restart", Scalars.FLAG));
  public static final Attribute<Boolean> NEEDED =
      TABLE.add(
          ours("required", Scalars.FLAG).with(ZERO_COUNTS).otherwise(Shapes.defaultFlag(true)));

  private DependencyTable() {}

  static Shape<SortedMap<String, Mapping>> dependencies() {
    return Shapes.namesOr(Shapes.named(TABLE.shape()), DependencyTable::plain);
  }

  /** What a name in a list stands for; nobody wrote that condition, see {@link #isExplicit}. */
  private static Node plain(Node name) {
    return TextParts.at(name.span())
        .put("condition", unwritten(name.span()))
        .put("required", Scalar.bool(true, name.span()))
        .mapping();
  }

  /** The condition that holds where the user wrote none: it has no text in any file. */
  public static Scalar unwritten(Span span) {
    return Scalar.implied(STARTED, span);
  }

  /** Whether the user wrote the condition. */
  public static boolean isExplicit(Mapping dependency) {
    return dependency
        .get(CONDITION.name())
        .filter(node -> node instanceof Scalar scalar && !scalar.isImplied())
        .isPresent();
  }
}
