package dev.fermata.planner.plan;

import java.util.List;

/** The planner's answer to a request. */
public sealed interface PlanResult {

  record Planned(Plan plan) implements PlanResult {}

  /**
   * What is wanted cannot be planned on what is there, and only the user can change that. All
   * problems are told at once.
   */
  record Refused(List<Problem> problems) implements PlanResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
