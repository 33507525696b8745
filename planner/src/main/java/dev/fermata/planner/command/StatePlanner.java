package dev.fermata.planner.command;

import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.PlanResult.Planned;
import dev.fermata.planner.plan.PlanResult.Refused;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.KillOptions;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.stop.Stops;
import java.util.List;

/** The plans of {@code kill}, {@code pause} and {@code unpause}: each container for itself. */
public final class StatePlanner {
  private final ExistingContainers existing;
  private final StepList steps;

  public StatePlanner(ExistingContainers existing) {
    this.existing = existing;
    this.steps = new StepList(existing.name(), fact -> false);
  }

  /** Runs of their own go with their service, as Docker Compose has it. */
  public Plan kill(KillOptions options) {
    existing.inventory().containers().stream()
        .filter(Stops::areNeeded)
        .filter(container -> isKilled(container, options))
        .map(it -> new Action.KillContainer(it.ref(), it.service(), options.signal()))
        .forEach(action -> steps.add(Draft.of(action, new Reason.Asked("kill"))));
    return steps.plan();
  }

  private boolean isKilled(ObservedContainer container, KillOptions options) {
    return switch (existing.scope().of(container)) {
      case MEANT, ONE_OFF -> true;
      case ORPHAN -> options.orphans() == OrphanPolicy.REMOVE && options.services().isEmpty();
      case HOOK, UNNAMED, INACTIVE -> false;
    };
  }

  public PlanResult pause() {
    List<ObservedContainer> running = existing.meant().stream().filter(Stops::areNeeded).toList();
    List<Problem> problems =
        running.stream()
            .filter(StatePlanner::isPaused)
            .filter(this::isNamed)
            .map(it ->
                new Problem(
                    "container `%s` (service `%s`) is already paused"
                        .formatted(it.name(), it.service()),
                    "`unpause %s` lets it go on".formatted(it.service())))
            .toList();
    running.stream()
        .filter(it -> !isPaused(it))
        .map(it -> new Action.PauseContainer(it.ref(), it.service()))
        .forEach(action -> steps.add(Draft.of(action, new Reason.Asked("pause"))));
    return unless(problems);
  }

  public PlanResult unpause() {
    List<ObservedContainer> running = existing.meant().stream().filter(Stops::areNeeded).toList();
    List<Problem> problems =
        running.stream()
            .filter(it -> !isPaused(it))
            .filter(this::isNamed)
            .map(it ->
                new Problem(
                    "container `%s` (service `%s`) is not paused"
                        .formatted(it.name(), it.service()),
                    "`pause %s` pauses it".formatted(it.service())))
            .toList();
    running.stream()
        .filter(StatePlanner::isPaused)
        .map(it -> new Action.UnpauseContainer(it.ref(), it.service()))
        .forEach(action -> steps.add(Draft.of(action, new Reason.Asked("unpause"))));
    return unless(problems);
  }

  private PlanResult unless(List<Problem> problems) {
    return problems.isEmpty() ? new Planned(steps.plan()) : new Refused(problems);
  }

  /** Whoever names nobody means those that it is about. */
  private boolean isNamed(ObservedContainer container) {
    return existing.scope().named().contains(container.service());
  }

  private static boolean isPaused(ObservedContainer container) {
    return container.state().equals(ContainerState.PAUSED);
  }
}
