package dev.fermata.model.tree;

import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

  /** Each item changed; the same list, not a copy, where none is. */
  public Sequence mapItems(UnaryOperator<Node> change) {
    return mapPresent(item -> Optional.of(change.apply(item)));
  }

  /** Each item changed, or left out where that is empty; the same list where none is. */
  @SuppressWarnings("ReferenceEquality") // whether it is the very same is what is asked
  public Sequence mapPresent(Function<Node, Optional<Node>> change) {
    var changed = new ArrayList<Node>(items.size());
    boolean same = true;
    for (Node item : items) {
      Optional<Node> next = change.apply(item);
      same &= next.isPresent() && next.get() == item;
      next.ifPresent(changed::add);
    }
    return same ? this : withItems(changed);
  }

  @Override
  public Sequence withTag(MergeTag newTag) {
    return newTag == tag ? this : new Sequence(items, span, newTag, history);
  }

  @Override
  public Sequence withHistory(History newHistory) {
    return new Sequence(items, span, tag, newHistory);
  }
}
