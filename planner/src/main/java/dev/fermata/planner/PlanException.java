package dev.fermata.planner;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What is wanted cannot be planned on what is there, and only the user can change that. All
 * problems are told at once.
 */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One thing that is wrong, and what to do about it. */
  public record Problem(String message, String hint) {}

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
