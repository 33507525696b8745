package dev.fermata.planner.container;

import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;

/** How a container is replaced by its successor. */
sealed interface Recreation permits InPlaceRecreation {
  void add(ServiceDecision decision, Decision.Recreate recreate);
}
