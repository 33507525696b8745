package dev.fermata.model.schema;

import dev.fermata.model.tree.Node;
import java.util.Optional;

/** A shape whose values are written in forms that another stage has seen to. */
record Written<T>(Shape<T> shape, Form form) implements Shape<T> {
  @Override
  public String description() {
    return shape.description();
  }

  @Override
  public String merging() {
    return shape.merging();
  }

  @Override
  public Node expand(Node node, Site site) {
    return shape.expand(node, site);
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return shape.merge(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    return shape.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return shape.canonical(node, site);
  }

  @Override
  public T read(Node canonical) {
    return shape.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return shape.saysNothing(canonical);
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return shape.below(segment);
  }

  @Override
  public Optional<Table> table() {
    return shape.table();
  }

  @Override
  public Optional<Cast> cast() {
    return shape.cast();
  }
}
