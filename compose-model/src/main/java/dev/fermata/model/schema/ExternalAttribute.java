package dev.fermata.model.schema;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.ObjectShape;
import dev.fermata.model.schema.attribute.Rows;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.ShapeWithForm;
import dev.fermata.model.schema.shape.ShortForm;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The old form {@code external: {name: X}}, written as {@code external: true} and a name. */
final class ExternalAttribute {
  private static final Table OLD = Table.of("`external`");

  static final Attribute<String> NAME = OLD.add(Rows.ours("name", Scalars.TEXT));

  static final Shape<Boolean> FLAG =
      new ShapeWithForm<>(Scalars.FLAG, Form.either(Scalars.FLAG.form(), new Form.Attributes(OLD)));

  private ExternalAttribute() {}

  /** The shape of a thing of the project that may live outside of it. */
  static Shape<Mapping> resource(ObjectShape object) {
    return new ShortForm<>(
        object, "a mapping", ExternalAttribute::expand, UnaryOperator.identity());
  }

  private static Node expand(Node node, Site site) {
    return node instanceof Mapping resource
            && resource.get("external").orElse(null) instanceof Mapping external
        ? expand(resource, external, site)
        : node;
  }

  private static Node expand(Mapping resource, Mapping external, Site site) {
    Mapping plain = resource.with("external", Scalar.bool(true, external.span()));
    Optional<Node> outer = resource.get("name");
    Optional<Node> inner = external.get("name");
    if (inner.isEmpty()) {
      return plain;
    }
    if (outer.isEmpty()) {
      return plain.with("name", inner.get());
    }
    if (!Nodes.same(outer.get(), inner.get())) {
      site.faulty(
          Code.CONFLICTING_ATTRIBUTES,
          inner.get().span(),
          "`external.name` and `name` differ; `name` is enough");
    }
    return plain;
  }
}
