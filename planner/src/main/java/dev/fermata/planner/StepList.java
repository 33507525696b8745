package dev.fermata.planner;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.ContainerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A plan in the making. */
final class StepList {
  private final ProjectName project;
  private final Predicate<Fact> before;
  private final List<Draft> steps = new ArrayList<>();
  private final List<String> confirmations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<ContainerRef> untouched = new ArrayList<>();

  /** {@code before} tells what is so before the first step. */
  StepList(ProjectName project, Predicate<Fact> before) {
    this.project = project;
    this.before = before;
  }

  void add(Draft step) {
    steps.add(step);
  }

  /** Whether a step that was added already provides this. */
  boolean provides(Fact fact) {
    return steps.stream().anyMatch(step -> step.provides().contains(fact));
  }

  void confirm(String question) {
    confirmations.add(question);
  }

  void note(String text) {
    notes.add(text);
  }

  /** Says that a container is as it is wanted, where the user expects to be told. */
  void leave(ContainerRef container) {
    untouched.add(container);
  }

  Plan plan() {
    List<Step> numbered = new Numbering(steps, before).steps();
    return new Plan(project, numbered, confirmations, notes, untouched);
  }
}
