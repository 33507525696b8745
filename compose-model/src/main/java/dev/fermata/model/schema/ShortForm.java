package dev.fermata.model.schema;

import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.Optional;

/** A shape that may also be written shorter; {@code expansion} writes it out. */
record ShortForm<T>(Shape<T> full, String description, Expansion expansion) implements Shape<T> {

  /** Writes a short form out; hands back what is none. */
  interface Expansion {
    Node expand(Node node, Site site);
  }

  @Override
  public Node expand(Node node, Site site) {
    return full.expand(expansion.expand(node, site), site);
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return full.merge(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    boolean shortFormLeft = node instanceof Scalar scalar && !scalar.isNull();
    if (shortFormLeft && site.isOpen(Nodes.text(node))) {
      return node;
    }
    return shortFormLeft ? site.wrongType(node, description) : full.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return full.canonical(node, site);
  }

  @Override
  public T read(Node canonical) {
    return full.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return full.saysNothing(canonical);
  }

  @Override
  public Optional<Table> table() {
    return full.table();
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return full.below(segment);
  }
}
