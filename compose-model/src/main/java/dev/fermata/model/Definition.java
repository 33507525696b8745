package dev.fermata.model;

import dev.fermata.model.tree.Mapping;

/**
 * The canonical form of a part of the model, as {@code config} prints it: the base of digests and
 * hashes. It may hold secrets, so its own text form says nothing.
 */
public final class Definition {
  private final Mapping tree;

  public Definition(Mapping tree) {
    this.tree = tree;
  }

  public Mapping tree() {
    return tree;
  }

  @Override
  public String toString() {
    return "definition";
  }
}
