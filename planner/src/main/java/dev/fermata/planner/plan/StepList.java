package dev.fermata.planner.plan;

import dev.fermata.model.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A plan in the making. */
public final class StepList {
  private final ProjectName project;
  private final Predicate<Fact> before;
  private final List<Draft> steps = new ArrayList<>();
  private final List<String> confirmations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Untouched> untouched = new ArrayList<>();
  private final List<Skip> skipped = new ArrayList<>();

  /** {@code before} tells what is so before the first step. */
  public StepList(ProjectName project, Predicate<Fact> before) {
    this.project = project;
    this.before = before;
  }

  public void add(Draft step) {
    steps.add(step);
  }

  /** Whether a step that was added already provides this. */
  public boolean provides(Fact fact) {
    return steps.stream().anyMatch(step -> step.provides().contains(fact));
  }

  public void confirm(String question) {
    confirmations.add(question);
  }

  public void note(String text) {
    notes.add(text);
  }

  /** Says that a container is as it is wanted, where the user expects to be told. */
  public void leave(Untouched container) {
    untouched.add(container);
  }

  /** Says that nothing is to be done with something that the user expects to be told of. */
  public void skip(Skip skip) {
    skipped.add(skip);
  }

  public Plan plan() {
    List<Step> numbered = new Numbering(steps, before).steps();
    return new Plan(project, numbered, confirmations, notes, untouched, skipped);
  }
}
