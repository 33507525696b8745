package dev.fermata.model.tree;

import dev.fermata.model.source.Span;

/**
 * Stands where a mistake was reported; later stages are silent about it and what follows from it.
 */
public record Faulty(Span span) implements Node {
  @Override
  public MergeTag tag() {
    return MergeTag.NONE;
  }

  @Override
  public Faulty withTag(MergeTag tag) {
    return this;
  }

  @Override
  public History history() {
    return History.NONE;
  }

  @Override
  public Faulty withHistory(History history) {
    return this;
  }
}
