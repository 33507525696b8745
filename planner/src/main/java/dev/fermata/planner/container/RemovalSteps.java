package dev.fermata.planner.container;

import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.Leftovers;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.image.ImageSteps;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.stop.StopSteps;
import dev.fermata.planner.stop.Stops;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Containers that go without a successor; ahead of all else, so that names and networks are free.
 */
public final class RemovalSteps {
  private final StepList steps;
  private final Stops stops;

  public RemovalSteps(StepList steps, Stops stops) {
    this.steps = steps;
    this.stops = stops;
  }

  public void addAll(Collection<ServiceDecision> decisions) {
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Remove remove) {
          add(remove.container(), remove.reason());
        }
      }
    }
  }

  public void add(ObservedContainer container, Reason reason) {
    ContainerRef ref = ref(container, reason);
    if (Stops.areNeeded(container)) {
      stops.add(steps, container, stops.of(container, ref, reason));
    }
    var remove = new Action.RemoveContainer(ref, container.service(), volumes(container, reason));
    steps.add(gone(container, Draft.of(remove, reason)).requiring(Stops.before(container)));
  }

  /** Containers whose successors cannot be made beside them; as late as the images allow. */
  public void makeWay(
      Collection<ServiceDecision> decisions, StopSteps stopping, ImageSteps images) {
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.RemoveFirst goes) {
          var remove =
              new Action.RemoveContainer(
                  decision.ref(goes.container()), decision.service().name(), AnonymousVolumes.KEEP);
          List<Fact> stopped = stopping.stop(decision, goes, images.before(decision.service()));
          steps.add(gone(goes.container(), Draft.of(remove, goes.reason())).requiring(stopped));
        }
      }
    }
  }

  /**
   * A leftover goes by its name: where the run that made it is still at work, it has its final name
   * by then, and is not ours to take.
   */
  private static ContainerRef ref(ObservedContainer container, Reason reason) {
    return reason instanceof Reason.Leftover
        ? ContainerRef.named(container.name())
        : container.ref();
  }

  private static Draft gone(ObservedContainer container, Draft removal) {
    Draft gone =
        removal.providing(
            Fact.removed(container),
            Fact.nameFree(container.name()),
            Fact.portsFree(container),
            Fact.cleared(container.service()));
    for (Map.Entry<String, String> network : container.networks().entrySet()) {
      gone =
          gone.providing(Fact.networkLeft(network.getKey()), Fact.networkLeft(network.getValue()));
    }
    for (ObservedMount mount : container.mounts()) {
      gone = gone.providing(mount.volume().map(Fact::volumeLeft).stream().toArray(Fact[]::new));
    }
    return gone;
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
}
