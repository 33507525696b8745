package dev.fermata.model;

import dev.fermata.model.tree.Mapping;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A part of the model in its canonical form, as {@code config} prints it and digests are made of
 * it, with the typed values that are read from it. The values have no other source, so that the two
 * cannot part: what changes is the tree, and the values are read from it anew. The tree may hold
 * secrets, so the text form is that of the values, which mask theirs.
 */
public final class Definition<T> {
  private final Mapping tree;
  private final Function<Mapping, T> reader;
  private final T values;

  public Definition(Mapping tree, Function<Mapping, T> reader) {
    this.tree = tree;
    this.reader = reader;
    this.values = reader.apply(tree);
  }

  public Mapping tree() {
    return tree;
  }

  public T values() {
    return values;
  }

  /** The same part with another tree, which is canonical as well. */
  public Definition<T> changed(UnaryOperator<Mapping> change) {
    return new Definition<>(change.apply(tree), reader);
  }

  @Override
  public String toString() {
    return String.valueOf(values);
  }
}
