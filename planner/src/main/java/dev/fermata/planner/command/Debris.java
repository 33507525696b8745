package dev.fermata.planner.command;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.decision.Leftovers;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a killed recreation left beside the container that counts. Started, it would run beside that
 * one, on the same volumes.
 */
record Debris(ExistingContainers existing) {

  /** The replicas of services without it; a note says what is passed over. */
  List<ObservedContainer> notedAndLeftOut(StepList steps, Set<ServiceName> services) {
    List<ObservedContainer> counting = new ArrayList<>(existing.of(services));
    for (ServiceName service : services) {
      for (ObservedContainer left : Leftovers.of(existing.inventory().replicas(service)).debris()) {
        counting.remove(left);
        steps.note(Leftovers.note(left));
      }
    }
    return counting;
  }
}
