package dev.fermata.planner;

import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.observed.ObservedContainer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Orphans of an {@code up}: noted, or stopped and removed. */
final class OrphanSteps {
  private final List<ObservedContainer> orphans;
  private final Map<String, SortedSet<Integer>> byNetwork = new HashMap<>();

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

  void add(StepList steps, OrphanPolicy policy, Optional<Duration> timeout) {
    switch (policy) {
      case REMOVE -> orphans.forEach(orphan -> remove(steps, orphan, timeout));
      case NOTE -> note(steps);
      case IGNORE -> {}
    }
  }

  private void remove(StepList steps, ObservedContainer orphan, Optional<Duration> timeout) {
    Reason reason = new Reason.Orphan();
    Set<Integer> stopped = Set.of();
    if (StopSteps.isStoppable(orphan)) {
      stopped =
          Set.of(
              steps.add(
                  new Action.StopContainer(orphan.ref(), orphan.service(), timeout),
                  reason,
                  Set.of()));
    }
    var remove = new Action.RemoveContainer(orphan.ref(), orphan.service(), AnonymousVolumes.KEEP);
    int removed = steps.add(remove, reason, stopped);
    orphan
        .networks()
        .keySet()
        .forEach(n -> byNetwork.computeIfAbsent(n, name -> new TreeSet<>()).add(removed));
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

  /** The steps that take orphans off a network. */
  SortedSet<Integer> on(String network) {
    return byNetwork.getOrDefault(network, new TreeSet<>());
  }
}
