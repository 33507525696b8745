package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Containers that go without a successor; ahead of all else, so that names and networks are free.
 */
final class RemovalSteps {
  private final StepList steps;
  private final Releases releases;
  private final Optional<Duration> stopTimeout;
  private final Map<String, SortedSet<Integer>> byNetwork = new HashMap<>();
  private final Map<ServiceName, SortedSet<Integer>> byService = new HashMap<>();
  private final Map<String, SortedSet<Integer>> byVolume = new HashMap<>();

  RemovalSteps(StepList steps, Releases releases, Optional<Duration> stopTimeout) {
    this.steps = steps;
    this.releases = releases;
    this.stopTimeout = stopTimeout;
  }

  void addAll(Collection<ServiceFate> fates) {
    for (ServiceFate fate : fates) {
      for (Fate of : fate.fates()) {
        if (of instanceof Fate.Remove remove) {
          add(remove.container(), remove.reason());
        }
      }
    }
  }

  void add(ObservedContainer container, Reason reason) {
    Set<Integer> stopped = Set.of();
    if (StopSteps.isStoppable(container)) {
      var stop = new Action.StopContainer(container.ref(), container.service(), stopTimeout);
      stopped = Set.of(steps.add(stop, reason, Set.of()));
    }
    var remove =
        new Action.RemoveContainer(
            container.ref(), container.service(), volumes(container, reason));
    gone(container, steps.add(remove, reason, stopped));
  }

  /** Containers whose successors cannot be made beside them; as late as the images allow. */
  void makeWay(Collection<ServiceFate> fates, StopSteps stops, ImageSteps images) {
    for (ServiceFate fate : fates) {
      for (Fate of : fate.fates()) {
        if (of instanceof Fate.RemoveFirst goes) {
          var remove =
              new Action.RemoveContainer(
                  fate.ref(goes.container()), fate.service().name(), AnonymousVolumes.KEEP);
          SortedSet<Integer> stopped = stops.stop(fate, goes, images.before(fate.service()));
          gone(goes.container(), steps.add(remove, goes.reason(), stopped));
        }
      }
    }
  }

  private void gone(ObservedContainer container, int removed) {
    releases.removed(container, removed);
    byService.computeIfAbsent(container.service(), name -> new TreeSet<>()).add(removed);
    for (String network : container.networks().keySet()) {
      byNetwork.computeIfAbsent(network, name -> new TreeSet<>()).add(removed);
    }
    container.mounts().stream()
        .flatMap(mount -> mount.volume().stream())
        .forEach(volume -> byVolume.computeIfAbsent(volume, name -> new TreeSet<>()).add(removed));
  }

  /**
   * What was never started wrote nothing: its own fresh volumes are debris like itself. Those of a
   * predecessor are its successor's now.
   */
  private static AnonymousVolumes volumes(ObservedContainer container, Reason reason) {
    boolean unused =
        reason instanceof Reason.Leftover
            && container.state().equals(ContainerState.CREATED)
            && Leftovers.nameBeforeAside(container).isEmpty();
    return unused ? AnonymousVolumes.REMOVE : AnonymousVolumes.KEEP;
  }

  /** The steps that take containers off a network. */
  SortedSet<Integer> on(String network) {
    return byNetwork.getOrDefault(network, new TreeSet<>());
  }

  /** The steps that remove what has a volume mounted. */
  SortedSet<Integer> using(String volume) {
    return byVolume.getOrDefault(volume, new TreeSet<>());
  }

  SortedSet<Integer> of(ServiceName service) {
    return byService.getOrDefault(service, new TreeSet<>());
  }
}
