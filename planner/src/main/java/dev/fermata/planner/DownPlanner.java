package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.DownOptions.Volumes;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The plan of {@code down}. A stop waits for the stops of dependants alone; removals follow beside,
 * off the path of the other stops.
 */
final class DownPlanner {
  private final ProjectName name;
  private final Optional<Project> project;
  private final Inventory inventory;
  private final DownOptions options;
  private final ServiceGraph graph;
  private final StepList steps;
  private final List<ObservedContainer> going = new ArrayList<>();
  private final List<ObservedContainer> staying = new ArrayList<>();
  private final Map<String, Integer> removed = new HashMap<>();

  DownPlanner(
      ProjectName name, Optional<Project> project, Inventory inventory, DownOptions options) {
    this.name = name;
    this.steps = new StepList(name);
    this.project = project;
    this.inventory = inventory;
    this.options = options;
    this.graph = ServiceGraph.of(project, inventory.containers());
    SortedSet<ServiceName> selected = graph.withDependants(options.services());
    for (ObservedContainer container : inventory.containers()) {
      (goes(container, selected) ? going : staying).add(container);
    }
  }

  private boolean goes(ObservedContainer container, SortedSet<ServiceName> selected) {
    if (!selected.isEmpty() && !selected.contains(container.service())) {
      return false;
    }
    boolean stray = container.oneOff() || isOrphan(container);
    return !stray || options.orphans() == OrphanPolicy.REMOVE;
  }

  private boolean isOrphan(ObservedContainer container) {
    return project
        .filter(p -> !p.services().containsKey(container.service()))
        .filter(p -> !p.disabled().containsKey(container.service()))
        .isPresent();
  }

  Plan plan() {
    var stops = new OrderlyStops(steps, graph, options.stopTimeout());
    Reason reason = new Reason.Asked("down");
    stops.add(going, reason);
    for (ObservedContainer container : going) {
      if (container.state() != ContainerState.REMOVING) {
        var remove = new Action.RemoveContainer(container.ref(), container.service(), anonymous());
        removed.put(container.id(), steps.add(remove, reason, stops.of(container)));
      }
    }
    noteStaying();
    removeNetworks(reason);
    if (options.volumes() == Volumes.REMOVE) {
      new VolumeRemovals(name, project, inventory, this::removals).add(steps, going, staying);
    }
    new ImageRemovals(name, project, inventory, options.images())
        .add(steps, going, staying, removed);
    return steps.plan();
  }

  private AnonymousVolumes anonymous() {
    return options.volumes() == Volumes.REMOVE ? AnonymousVolumes.REMOVE : AnonymousVolumes.KEEP;
  }

  private void noteStaying() {
    if (!options.services().isEmpty() || options.orphans() != OrphanPolicy.NOTE) {
      return;
    }
    List<String> names = staying.stream().map(c -> "`" + c.name() + "`").toList();
    if (!names.isEmpty()) {
      steps.note(
          "%s: not a container of a service of the project, so it stays; `--remove-orphans` removes such"
              .formatted(String.join(", ", names)));
    }
  }

  private void removeNetworks(Reason reason) {
    for (ObservedNetwork network : inventory.networks()) {
      boolean owned = name.text().equals(network.labels().get(Labels.PROJECT));
      List<ObservedContainer> users = users(network, going);
      boolean meant = options.services().isEmpty() || !users.isEmpty();
      if (owned && meant && users(network, staying).isEmpty()) {
        steps.add(new Action.RemoveNetwork(network.name(), network.id()), reason, removals(users));
      }
    }
  }

  private static List<ObservedContainer> users(
      ObservedNetwork network, List<ObservedContainer> containers) {
    return containers.stream().filter(c -> c.networks().containsKey(network.name())).toList();
  }

  private SortedSet<Integer> removals(List<ObservedContainer> containers) {
    SortedSet<Integer> ids = new TreeSet<>();
    for (ObservedContainer container : containers) {
      Integer step = removed.get(container.id());
      if (step != null) {
        ids.add(step);
      }
    }
    return ids;
  }
}
