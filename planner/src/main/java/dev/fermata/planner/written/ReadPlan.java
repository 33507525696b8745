package dev.fermata.planner.written;

import dev.fermata.planner.plan.Plan;

/** What plain values say that ought to be a plan. */
public sealed interface ReadPlan {

  /** A plan that can be carried out. */
  record Sound(Plan plan) implements ReadPlan {}

  /**
   * No plan, or one that this version does not know. {@code place} is such as {@code
   * steps[2].action.container.name}, empty for the whole; {@code problem} is a sentence without a
   * full stop.
   */
  record Malformed(String place, String problem) implements ReadPlan {
    @Override
    public String toString() {
      return place.isEmpty() ? problem : "`" + place + "`: " + problem;
    }
  }
}
