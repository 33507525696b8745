package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;

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
