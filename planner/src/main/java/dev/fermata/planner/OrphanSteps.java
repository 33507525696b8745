package dev.fermata.planner;

import dev.fermata.planner.observed.ObservedContainer;
import java.util.List;

/** Orphans of an {@code up}: noted, or stopped and removed. */
final class OrphanSteps {
  private final List<ObservedContainer> orphans;

  OrphanSteps(List<ObservedContainer> orphans) {
    this.orphans = orphans;
  }

  static OrphanSteps of(UpScene scene) {
    return new OrphanSteps(
        scene.inventory().containers().stream().filter(c -> isOrphan(scene, c)).toList());
  }

  private static boolean isOrphan(UpScene scene, ObservedContainer container) {
    if (container.oneOff()) {
      return !StopSteps.isStoppable(container);
    }
    return !scene.project().services().containsKey(container.service())
        && !scene.project().disabled().containsKey(container.service());
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
    List<String> names =
        orphans.stream().filter(c -> !c.oneOff()).map(c -> "`" + c.name() + "`").toList();
    if (!names.isEmpty()) {
      steps.note(
          "%s: of a service that the project no longer has; `--remove-orphans` removes such"
              .formatted(String.join(", ", names)));
    }
  }
}
