package dev.fermata.planner.conflict;

import static java.util.stream.Collectors.joining;

import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.PlanResult.Planned;
import dev.fermata.planner.plan.PlanResult.Refused;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Paused containers stay paused: whoever paused them had a reason. What is to wait for one would
 * wait until its deadline, and is refused.
 */
public final class PausedContainers {
  private PausedContainers() {}

  /** Refused where the plan waits for a paused container which it does not start again. */
  public static PlanResult checked(Plan plan, Collection<ObservedContainer> containers) {
    Set<String> paused =
        containers.stream()
            .filter(container -> container.state().equals(ContainerState.PAUSED))
            .map(ObservedContainer::id)
            .collect(Collectors.toSet());
    Set<ContainerRef> starting =
        plan.steps().stream()
            .map(Step::action)
            .flatMap(action ->
                action instanceof Action.StartContainer start
                    ? Optional.of(start.container()).stream()
                    : Optional.<ContainerRef>empty().stream())
            .collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step.action() instanceof Action.Await await && !await.gate().optional()) {
        await.containers().stream()
            .filter(ref -> ref.id().filter(paused::contains).isPresent())
            .filter(ref -> !starting.contains(ref))
            .map(ref -> problem(ref, await))
            .filter(problem -> !problems.contains(problem))
            .forEach(problems::add);
      }
    }
    return problems.isEmpty() ? new Planned(plan) : new Refused(problems);
  }

  public static String note(ObservedContainer container) {
    return "`%s` is paused and stays so; `unpause %s` lets it go on"
        .formatted(container.name(), container.service());
  }

  private static Problem problem(ContainerRef container, Action.Await await) {
    String waiting =
        await.gate().waiting().stream().map(name -> "`" + name + "`").collect(joining(", "));
    String why = waiting.isEmpty() ? "is not ready" : "is awaited by " + waiting;
    return new Problem(
        "container `%s` (service `%s`) is paused and %s".formatted(container, await.service(), why),
        "`unpause %s` lets it go on".formatted(await.service()));
  }
}
