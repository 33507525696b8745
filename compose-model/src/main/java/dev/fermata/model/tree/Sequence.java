package dev.fermata.model.tree;

import dev.fermata.model.source.Span;
import java.util.List;

/** A list of nodes. */
public record Sequence(List<Node> items, Span span, MergeTag tag, History history) implements Node {
  public Sequence {
    items = List.copyOf(items);
  }

  public static Sequence of(List<? extends Node> items, Span span) {
    return new Sequence(List.copyOf(items), span, MergeTag.NONE, History.NONE);
  }

  public Sequence withItems(List<? extends Node> newItems) {
    return new Sequence(List.copyOf(newItems), span, tag, history);
  }

  @Override
  public Sequence withTag(MergeTag newTag) {
    return new Sequence(items, span, newTag, history);
  }

  @Override
  public Sequence withHistory(History newHistory) {
    return new Sequence(items, span, tag, newHistory);
  }
}
