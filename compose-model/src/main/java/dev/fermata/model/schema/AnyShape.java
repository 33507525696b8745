package dev.fermata.model.schema;

import dev.fermata.model.tree.Node;

/** Whatever the user writes: extensions. */
enum AnyShape implements Shape<Node> {
  ANY;

  @Override
  public String description() {
    return "anything";
  }

  @Override
  public Node check(Node node, Site site) {
    return node;
  }

  @Override
  public Node canonical(Node node, Site site) {
    return node;
  }

  @Override
  public Node read(Node canonical) {
    return canonical;
  }
}
