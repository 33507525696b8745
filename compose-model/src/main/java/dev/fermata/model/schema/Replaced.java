package dev.fermata.model.schema;

import dev.fermata.model.tree.Node;
import java.util.Optional;

/** A shape whose values are never mixed: the one above wins, even where it is nothing. */
record Replaced<T>(Shape<T> shape) implements Shape<T> {
  @Override
  public String description() {
    return shape.description();
  }

  @Override
  public Form form() {
    return shape.form();
  }

  @Override
  public String merging() {
    return "the later one wins as a whole";
  }

  @Override
  public Node expand(Node node, Site site) {
    return shape.expand(node, site);
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return Nodes.withoutTags(over).replacing(base);
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
  public Optional<Table> table() {
    return shape.table();
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return shape.below(segment);
  }
}
