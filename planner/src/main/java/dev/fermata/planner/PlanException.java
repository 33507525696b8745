package dev.fermata.planner;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.source.Span;
import java.util.List;

/**
 * What is wanted cannot be planned on what is there, and only the user can change that. All
 * problems are told at once.
 */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One thing that is wrong, what to do about it, and where in the files it is, if it is there. */
  public record Problem(String message, String hint, List<Span> places) {
    public Problem {
      places = List.copyOf(places);
    }

    public Problem(String message, String hint) {
      this(message, hint, List.of());
    }
  }

  private final transient List<Problem> problems;

  public PlanException(List<Problem> problems) {
    super(problems.stream().map(Problem::message).collect(joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public PlanException(String message, String hint) {
    this(List.of(new Problem(message, hint)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
