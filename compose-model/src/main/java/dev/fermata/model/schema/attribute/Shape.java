package dev.fermata.model.schema.attribute;

import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.Optional;

/**
 * The form of a value: how it is written, merged, checked and printed. {@code T} is what it is read
 * as. The steps follow each other: what {@link #expand} did, {@link #merge} and {@link #check} may
 * rely on; {@link #read} gets what {@link #canonical} made.
 */
public interface Shape<T> {

  /** What it is called in messages: {@code a number}. */
  String description();

  /** All ways to write it. */
  Form form();

  /** In words, what {@link #merge} does. */
  default String merging() {
    return "the later one wins";
  }

  /** The short forms written out; what is not understood stays for {@link #check} to name. */
  default Node expand(Node node, Site site) {
    return node;
  }

  /** {@code over} laid on {@code base}. Tags of {@code over} itself are already obeyed. */
  default Node merge(Node base, Node over, Site site) {
    return MergeRules.generic(base, over, site);
  }

  /** The same node where its type is right; a faulty one, after a report, where it is not. */
  Node check(Node node, Site site);

  /** The form that is printed and hashed; values that say nothing are left out. */
  Node canonical(Node node, Site site);

  T read(Node canonical);

  /** Whether an attribute with this value is left out of the canonical form. */
  default boolean saysNothing(Node canonical) {
    return Nodes.isNull(canonical);
  }

  /** The shape of what is below: an attribute, the value of a key, an item. */
  default Optional<Shape<?>> below(String segment) {
    return Optional.empty();
  }

  /** The table of attributes, where there is one. */
  default Optional<Table> table() {
    return Optional.empty();
  }

  default Optional<Cast> cast() {
    return Optional.empty();
  }
}
