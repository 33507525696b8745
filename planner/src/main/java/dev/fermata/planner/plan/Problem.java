package dev.fermata.planner.plan;

import dev.fermata.model.source.Span;
import java.util.List;

/** Why something cannot be planned, what to do about it, and where in the files it is, if there. */
public record Problem(String message, String hint, List<Span> places) {
  public Problem {
    places = List.copyOf(places);
  }

  public Problem(String message, String hint) {
    this(message, hint, List.of());
  }
}
