package dev.fermata.planner.plan;

import dev.fermata.model.ProjectName;
import java.util.List;
import java.util.Optional;

/**
 * What to do to a project, in order. A step refers to earlier steps only, so a plan cannot be
 * cyclic. {@code confirmations} are questions for the user, {@code notes} what he should know
 * beside; {@code untouched} are containers that are as they are wanted, and {@code skipped} is what
 * the command leaves alone, where that is told.
 */
public record Plan(
    ProjectName project,
    List<Step> steps,
    List<String> confirmations,
    List<String> notes,
    List<Untouched> untouched,
    List<Skip> skipped) {
  public Plan {
    untouched = List.copyOf(untouched);
    skipped = List.copyOf(skipped);
    steps = List.copyOf(steps);
    confirmations = List.copyOf(confirmations);
    notes = List.copyOf(notes);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.id() != i + 1) {
        throw new IllegalArgumentException("step " + step.id() + " stands at place " + (i + 1));
      }
      if (!step.after().isEmpty() && step.after().last() >= step.id()) {
        throw new IllegalArgumentException("step " + step.id() + " refers forward");
      }
    }
  }

  public Plan(
      ProjectName project, List<Step> steps, List<String> confirmations, List<String> notes) {
    this(project, steps, confirmations, notes, List.of(), List.of());
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Whether the last step asks to observe and plan again. */
  public boolean isPrefix() {
    return again().isPresent();
  }

  /** What the next plan waits for, where there is to be one. */
  public Optional<Action.PlanAgain> again() {
    return !steps.isEmpty() && steps.getLast().action() instanceof Action.PlanAgain again
        ? Optional.of(again)
        : Optional.empty();
  }
}
