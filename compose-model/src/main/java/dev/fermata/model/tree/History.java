package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Stretch;
import java.util.List;
import java.util.Optional;

/** How a value came about: the variables in its text, and the value that it took the place of. */
public record History(List<Draw> draws, Optional<Node> replaced) {
  public static final History NONE = new History(List.of(), Optional.empty());

  public History {
    draws = List.copyOf(draws);
  }

  public static History of(List<Draw> draws) {
    return draws.isEmpty() ? NONE : new History(draws, Optional.empty());
  }

  /** Of the part of the text from {@code from} to {@code to}. */
  public History part(int from, int to) {
    return of(
        draws.stream().filter(draw -> draw.touches(from, to)).map(d -> d.movedBy(-from)).toList());
  }

  /** The same for another form of the text: each variable that gave something may be anywhere. */
  public History spread(int length) {
    return draws.isEmpty()
        ? this
        : new History(draws.stream().map(draw -> draw.spread(length)).toList(), replaced);
  }

  /** The stretches of {@code text} that may be secret, by the variables that gave them. */
  List<Stretch> secrets(String text) {
    return draws.isEmpty()
        ? List.of()
        : draws.stream().filter(Draw::isSecret).map(draw -> draw.stretch(text)).toList();
  }

  /** What was replaced already stays above {@code base}. */
  History over(Node base) {
    Node below = replaced.map(node -> node.replacing(base)).orElse(base);
    return new History(draws, Optional.of(below));
  }
}
