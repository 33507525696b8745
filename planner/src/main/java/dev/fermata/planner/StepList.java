package dev.fermata.planner;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.ContainerRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A plan in the making: steps are appended, and refer to the ids of those before them. */
final class StepList {
  private final ProjectName project;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> confirmations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<ContainerRef> untouched = new ArrayList<>();

  StepList(ProjectName project) {
    this.project = project;
  }

  int add(Action action, Reason reason, Collection<Integer> after) {
    return add(action, reason, after, Optional.empty());
  }

  /** A step of a recreation. */
  int add(Action action, Reason reason, Collection<Integer> after, String group) {
    return add(action, reason, after, Optional.of(group));
  }

  private int add(Action action, Reason reason, Collection<Integer> after, Optional<String> group) {
    int id = steps.size() + 1;
    steps.add(new Step(id, action, reason, new TreeSet<>(after), group));
    return id;
  }

  /** Says what puts back that a step was to give, where it is not done. */
  void otherwise(int step, List<Undo> undos) {
    steps.set(step - 1, steps.get(step - 1).otherwise(undos));
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
    return new Plan(project, steps, confirmations, notes, untouched);
  }
}
