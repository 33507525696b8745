package dev.fermata.model.schema;

import dev.fermata.model.tree.Node;

/** A shape whose values are never mixed: the one above wins, even where it is nothing. */
record Replaced<T>(Shape<T> shape) implements Around<T> {
  @Override
  public String merging() {
    return "the later one wins as a whole";
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return Nodes.withoutTags(over).replacing(base);
  }
}
