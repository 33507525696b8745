package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.Observed;
import java.util.Optional;

/**
 * From what is wanted and what is there to a plan, one entry point for each command. Pure: the same
 * values give the same plan. What only the user can put right ends in a {@link PlanException}.
 */
public final class Planner {
  private Planner() {}

  public static Plan up(Project project, Observed observed, UpOptions options) {
    return new UpPlanner(project, observed, options).plan();
  }

  /** Without a project, labels tell what there is, and nothing is an orphan. */
  public static Plan down(
      ProjectName name, Optional<Project> project, Observed observed, DownOptions options) {
    return new DownPlanner(name, project, new Inventory(observed), options).plan();
  }
}
