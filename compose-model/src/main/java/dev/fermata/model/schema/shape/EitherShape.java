package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Sequence;
import java.util.Optional;

/** A single value or something with parts; read as the node that it is. */
public record EitherShape(Shape<?> single, Shape<?> parts) implements Shape<Node> {
  private Shape<?> of(Node node) {
    return node instanceof Mapping || node instanceof Sequence ? parts : single;
  }

  @Override
  public String description() {
    return single.description() + " or " + parts.description();
  }

  @Override
  public Form form() {
    return Form.either(single.form(), parts.form());
  }

  @Override
  public String merging() {
    return parts.merging();
  }

  @Override
  public Node expand(Node node, Site site) {
    return of(node).expand(node, site);
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    if (of(base).equals(of(over))) {
      return of(over).merge(base, over, site);
    }
    return Nodes.isNull(over) ? base : Nodes.withoutTags(over).replacing(base);
  }

  @Override
  public Node check(Node node, Site site) {
    return of(node).check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return of(node).canonical(node, site);
  }

  @Override
  public Node read(Node canonical) {
    return canonical;
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return of(canonical).saysNothing(canonical);
  }

  @Override
  public Optional<Table> table() {
    return parts.table();
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return parts.below(segment);
  }

  @Override
  public Optional<Cast> cast() {
    return single.cast();
  }
}
