package dev.fermata.runner.event;

import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of a plan: an outcome for each of its steps, in the plan's order. */
public record Report(Plan plan, SortedMap<Integer, Outcome> outcomes, Duration took) {
  public Report {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }

  public boolean succeeded() {
    return outcomes.values().stream().allMatch(Outcome.Done.class::isInstance);
  }

  public boolean wasCancelled() {
    return outcomes.values().stream().anyMatch(Outcome.Cancelled.class::isInstance);
  }

  /**
   * Whether another command was at work on the same things, so that a new plan may do better. What
   * a gate has waited for is not waited for twice.
   */
  public boolean wasOvertaken() {
    return has(Failure.Overtaken.class) && !has(Failure.GateShut.class);
  }

  private boolean has(Class<? extends Failure> kind) {
    return outcomes.values().stream()
        .anyMatch(it -> it instanceof Outcome.Failed failed && kind.isInstance(failed.failure()));
  }

  /** All that programs beside the engine gave. */
  public Provisions provisions() {
    Provisions all = Provisions.NONE;
    for (Outcome outcome : outcomes.values()) {
      if (outcome instanceof Outcome.Done done) {
        all = all.and(done.provisions());
      }
    }
    return all;
  }

  /** The steps that failed by themselves; what was skipped because of them is left out. */
  public List<Step> failed() {
    return plan.steps().stream()
        .filter(step -> outcomes.get(step.id()) instanceof Outcome.Failed)
        .toList();
  }
}
