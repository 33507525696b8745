package dev.fermata.planner.command;

import static java.util.stream.Collectors.joining;

import dev.fermata.planner.container.RemovalSteps;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Scope;
import dev.fermata.planner.request.Scope.Standing;
import dev.fermata.planner.stop.Stops;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Orphans of an {@code up}: noted, or stopped and removed. */
final class OrphanSteps {
  private final List<ObservedContainer> orphans;

  OrphanSteps(List<ObservedContainer> orphans) {
    this.orphans = orphans;
  }

  static OrphanSteps of(UpInput input) {
    Scope all = Scope.of(Optional.of(input.project()), Set.of());
    return new OrphanSteps(
        input.inventory().containers().stream().filter(c -> isOrphan(all, c)).toList());
  }

  /** A one-off that runs may be in use; one that has ended is a leftover. */
  private static boolean isOrphan(Scope all, ObservedContainer container) {
    if (container.isHook()) {
      return all.of(container) == Standing.ORPHAN;
    }
    if (container.oneOff()) {
      return !Stops.areNeeded(container);
    }
    return all.of(container) == Standing.ORPHAN;
  }

  boolean contains(ObservedContainer container) {
    return orphans.contains(container);
  }

  void add(StepList steps, RemovalSteps removals, OrphanPolicy policy) {
    switch (policy) {
      case REMOVE -> orphans.forEach(orphan -> removals.add(orphan, new Reason.Orphan()));
      case NOTE -> note(steps);
      case IGNORE -> {}
    }
  }

  private void note(StepList steps) {
    note(
        steps,
        orphans.stream().filter(c -> !c.oneOff()),
        "of a service that the project no longer has");
    note(steps, orphans.stream().filter(ObservedContainer::oneOff), "of a `run` that has ended");
  }

  private static void note(StepList steps, Stream<ObservedContainer> some, String what) {
    String names = some.map(c -> "`" + c.name() + "`").collect(joining(", "));
    if (!names.isEmpty()) {
      steps.note("%s: %s; `--remove-orphans` removes such".formatted(names, what));
    }
  }
}
