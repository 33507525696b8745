package dev.fermata.cli.text.provenance;

import dev.fermata.model.provenance.Origin;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a value comes from, in words on one line. */
final class OriginText {
  private OriginText() {}

  /** The place, the variables that took part, and what was replaced. */
  static String of(Origin origin) {
    var parts = new ArrayList<>(List.of(winner(origin)));
    if (!origin.replaced().isEmpty()) {
      var places = origin.replaced().stream().map(Node::span).map(OriginText::place).toList();
      parts.add("replaces " + String.join(", ", places));
    }
    return String.join(", ", parts);
  }

  /** The place and the variables that took part. */
  static String winner(Origin origin) {
    var parts = new ArrayList<>(List.of(place(origin)));
    origin.draws().forEach(draw -> parts.add(draw(draw)));
    return String.join(", ", parts);
  }

  static String place(Span span) {
    return span.isWritten() ? span.toString() : span.source().name();
  }

  private static String place(Origin origin) {
    return switch (origin.manner()) {
      case WRITTEN, OUTSIDE, NAMED -> place(origin.place());
      case IMPLIED -> "implied by " + place(origin.place());
    };
  }

  private static String draw(Draw draw) {
    return switch (draw.kind()) {
      case VALUE, CONTENT ->
          draw.variable() + " from " + draw.assignment().map(OriginText::found).orElse("nowhere");
      case DEFAULT -> "default there (" + unset(draw) + ")";
      case ALTERNATIVE ->
          "alternative there (%s from %s)"
              .formatted(
                  draw.variable(), draw.assignment().map(OriginText::found).orElse("nowhere"));
      case NOTHING -> unset(draw);
    };
  }

  private static String unset(Draw draw) {
    return draw.assignment()
        .map(empty -> draw.variable() + " is empty, by " + found(empty))
        .orElseGet(() -> draw.variable() + " is not set");
  }

  private static String found(Assignment assignment) {
    var hidden = new ArrayList<String>();
    Optional<Assignment> next = assignment.hidden();
    while (next.isPresent()) {
      hidden.add(place(next.get().span()));
      next = next.get().hidden();
    }
    return place(assignment.span())
        + (hidden.isEmpty() ? "" : " (not " + String.join(", ", hidden) + ")");
  }
}
