package dev.fermata.model.provenance;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a value comes from: a place, the variables that took part, and the values that it replaced,
 * the last one first.
 */
public record Origin(Manner manner, Span place, List<Draw> draws, List<Node> replaced) {

  /** What stands at the place. */
  public enum Manner {
    /** The value, as a text with variables or without. */
    WRITTEN,
    /** The name alone, of a variable that has the value. */
    NAMED,
    /** Something else, that the value follows from. */
    IMPLIED,
    /** No file: the place has only a name. */
    OUTSIDE
  }

  public Origin {
    draws = List.copyOf(draws);
    replaced = List.copyOf(replaced);
  }

  static Origin of(Node node) {
    return new Origin(manner(node), node.span(), node.history().draws(), replaced(node));
  }

  Origin withManner(Manner other) {
    return new Origin(other, place, draws, replaced);
  }

  private static Manner manner(Node node) {
    if (!node.span().isWritten()) {
      return Manner.OUTSIDE;
    }
    if (!(node instanceof Scalar scalar) || !scalar.isImplied()) {
      return Manner.WRITTEN;
    }
    return scalar.history().draws().isEmpty() ? Manner.IMPLIED : Manner.NAMED;
  }

  private static List<Node> replaced(Node node) {
    var replaced = new ArrayList<Node>();
    Optional<Node> next = node.history().replaced();
    while (next.isPresent()) {
      replaced.add(next.get());
      next = next.get().history().replaced();
    }
    return replaced;
  }
}
