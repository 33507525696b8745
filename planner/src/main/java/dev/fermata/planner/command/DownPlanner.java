package dev.fermata.planner.command;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.hook.PreStop;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.provision.ProviderStops;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.DownOptions.Volumes;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Scope;
import dev.fermata.planner.request.Scope.Standing;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ProviderCall.Command;
import dev.fermata.planner.stop.OrderlyStops;
import dev.fermata.planner.stop.Stops;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plan of {@code down}. A stop waits for the stops of dependants alone; removals follow beside,
 * off the path of the other stops.
 */
public final class DownPlanner {
  private final ProjectName name;
  private final Optional<Project> project;
  private final Inventory inventory;
  private final DownOptions options;
  private final ServiceGraph graph;
  private final Scope scope;
  private final StepList steps;
  private final List<ObservedContainer> going = new ArrayList<>();
  private final List<ObservedContainer> staying = new ArrayList<>();

  public DownPlanner(ExistingContainers existing, DownOptions options) {
    this.name = existing.name();
    this.steps = new StepList(name, fact -> false);
    this.scope = scope(existing);
    this.project = scope.project();
    this.inventory = existing.inventory();
    this.options = options;
    this.graph = existing.graph();
    for (ObservedContainer container : inventory.containers()) {
      (goes(container) ? going : staying).add(container);
    }
  }

  /**
   * As Docker Compose: by labels alone, what depends on a service goes with it. With files, who
   * names a service has said what is to go.
   */
  private static Scope scope(ExistingContainers existing) {
    Scope scope = existing.scope();
    return scope.project().isPresent() || scope.named().isEmpty()
        ? scope
        : Scope.of(scope.project(), existing.graph().withDependants(scope.named()));
  }

  /** What the command is about; orphans and one-offs where asked for. */
  private boolean goes(ObservedContainer container) {
    return switch (scope.of(container)) {
      case MEANT, HOOK -> true;
      case ONE_OFF, ORPHAN -> options.orphans() == OrphanPolicy.REMOVE;
      case UNNAMED, INACTIVE -> false;
    };
  }

  public Plan plan() {
    var stops =
        new OrderlyStops(
            steps,
            graph,
            new Stops(options.stopTimeout(), PreStop.of(project)),
            ProviderStops.of(scope, Command.DOWN));
    Reason reason = new Reason.Asked("down");
    stops.add(going, reason, List.of());
    for (ObservedContainer container : going) {
      if (isRemoved(container)) {
        var remove =
            new Action.RemoveContainer(container.ref(), container.service(), anonymous(container));
        steps.add(
            Draft.of(remove, reason)
                .requiring(stops.of(container))
                .providing(Fact.removed(container)));
      }
    }
    noteStaying();
    removeNetworks(reason);
    if (options.volumes() == Volumes.REMOVE) {
      new VolumeRemovals(name, project, inventory).add(steps, going, staying);
    }
    new ImageRemovals(name, scope, inventory, options)
        .add(steps, going.stream().filter(DownPlanner::isRemoved).toList(), staying);
    return steps.plan();
  }

  /** What is being removed by somebody else already is left to him. */
  private static boolean isRemoved(ObservedContainer container) {
    return !container.state().equals(ContainerState.REMOVING);
  }

  private AnonymousVolumes anonymous(ObservedContainer container) {
    return options.volumes() == Volumes.REMOVE || container.isHook()
        ? AnonymousVolumes.REMOVE
        : AnonymousVolumes.KEEP;
  }

  private void noteStaying() {
    if (!options.services().isEmpty()) {
      return;
    }
    String inactive = staying(EnumSet.of(Standing.INACTIVE));
    if (!inactive.isEmpty()) {
      steps.note(
          "%s: of a service of an inactive profile, so it stays; `--profile` takes such along"
              .formatted(inactive));
    }
    String strays = staying(EnumSet.of(Standing.ORPHAN, Standing.ONE_OFF));
    if (!strays.isEmpty() && options.orphans() == OrphanPolicy.NOTE) {
      steps.note(
          "%s: not a container of a service of the project, so it stays; `--remove-orphans` removes such"
              .formatted(strays));
    }
  }

  private String staying(Set<Standing> standings) {
    return staying.stream()
        .filter(container -> standings.contains(scope.of(container)))
        .map(container -> "`" + container.name() + "`")
        .collect(joining(", "));
  }

  private void removeNetworks(Reason reason) {
    for (ObservedNetwork network : inventory.networks()) {
      boolean owned = name.text().equals(network.labels().get(Labels.PROJECT));
      List<ObservedContainer> users = users(network, going);
      boolean meant = options.services().isEmpty() || !users.isEmpty();
      if (owned && meant && users(network, staying).isEmpty()) {
        steps.add(
            Draft.of(new Action.RemoveNetwork(network.name(), network.id()), reason)
                .requiring(users.stream().map(Fact::removed).toList()));
      }
    }
  }

  private static List<ObservedContainer> users(
      ObservedNetwork network, List<ObservedContainer> containers) {
    return containers.stream().filter(c -> c.networks().containsKey(network.name())).toList();
  }
}
