package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.Observed;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * From what is wanted and what is there to a plan, one entry point for each command. Pure: the same
 * values give the same plan. What only the user can put right ends in a {@link PlanException}.
 */
public final class Planner {
  private Planner() {}

  public static Plan up(Project project, Observed observed, UpOptions options) {
    return new UpPlanner(project, observed, options).plan();
  }

  /** Refuses what is too much to look at: before anything is counted out or asked of the engine. */
  public static void checkSize(Project project) {
    ReplicaBound.check(project.services().values());
  }

  /** Without a project, labels tell what there is, and nothing is an orphan. */
  public static Plan down(
      ProjectName name, Optional<Project> project, Observed observed, DownOptions options) {
    return new DownPlanner(name, project, new Inventory(observed), options).plan();
  }

  public static Plan stop(
      ProjectName name, Optional<Project> project, Observed observed, StopOptions options) {
    return new ExistingPlanner(existing(name, project, observed, options.services())).stop(options);
  }

  /** The containers that {@link #stop} leaves, since they do not run. */
  public static List<ContainerRef> stoppedAlready(
      ProjectName name, Optional<Project> project, Observed observed, StopOptions options) {
    return new ExistingPlanner(existing(name, project, observed, options.services()))
        .stoppedAlready();
  }

  /** Starts what is there and does not run, through the same gates as {@code up}. */
  public static Plan start(
      ProjectName name, Optional<Project> project, Observed observed, StartOptions options) {
    return new ExistingPlanner(existing(name, project, observed, options.services()))
        .start(options);
  }

  public static Plan restart(
      ProjectName name, Optional<Project> project, Observed observed, RestartOptions options) {
    return new RestartPlanner(existing(name, project, observed, options.services()), options)
        .plan();
  }

  /** Removes containers; the plan asks for confirmation. */
  public static Plan rm(
      ProjectName name, Optional<Project> project, Observed observed, RemoveOptions options) {
    return new ExistingPlanner(existing(name, project, observed, options.services())).rm(options);
  }

  private static Existing existing(
      ProjectName name,
      Optional<Project> project,
      Observed observed,
      SortedSet<ServiceName> named) {
    return Existing.of(name, new Scope(project, named), observed);
  }

  /** Builds the images of the named services that have a build, or of all such. */
  public static Plan build(Project project, SortedSet<ServiceName> services) {
    return ImageSteps.build(project, services);
  }
}
