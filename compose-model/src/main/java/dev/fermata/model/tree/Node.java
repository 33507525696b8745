package dev.fermata.model.tree;

import dev.fermata.model.source.Span;

/** A node of a document, with the place that it came from. */
public sealed interface Node permits Scalar, Sequence, Mapping, Faulty {
  Span span();

  /** What the user's tag asks of a merge. */
  MergeTag tag();

  Node withTag(MergeTag tag);

  /** How the value came about. */
  History history();

  Node withHistory(History history);

  /** The same node, known to have taken the place of another one. */
  default Node replacing(Node base) {
    return span().equals(base.span()) ? this : withHistory(history().over(base));
  }
}
