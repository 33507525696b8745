package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.planner.observed.Observed;

/** Plans that must not be refused. */
final class Plans {
  private Plans() {}

  static Plan up(Project project, Observed observed, UpOptions options) {
    return switch (Planner.plan(new Request.Up(project, options), observed)) {
      case PlanResult.Planned planned -> planned.plan();
      case PlanResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }
}
