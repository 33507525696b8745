package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;

/** A shape whose values are not merged: the later one replaces the earlier, even by null. */
record ReplacingShape<T>(Shape<T> shape) implements DelegatingShape<T> {
  @Override
  public String merging() {
    return "the later one wins as a whole";
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return Nodes.withoutTags(over).replacing(base);
  }
}
