package dev.fermata.planner.decision;

import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what shares a namespace shares the one that its partner has now. A restart keeps a
 * container's id and gives it new namespaces; who joined before holds on to the old ones, from
 * which the network is gone. Both times are the engine's, and who joins always starts later.
 */
public record SharedLives(Inventory inventory) {

  /** Why a container that runs has to start again. */
  public Optional<Reason> rejoining(ObservedContainer container) {
    for (Map.Entry<String, String> join : container.joined().entrySet()) {
      Optional<Reason> reason =
          inventory
              .named(join.getValue())
              .filter(partner -> hasOutlived(container, partner))
              .map(partner -> new Reason.Rejoins(partner.name(), join.getKey()));
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private static boolean hasOutlived(ObservedContainer container, ObservedContainer partner) {
    Optional<Instant> begun = partner.started();
    return begun.isPresent() && container.started().filter(begun.get()::isAfter).isPresent();
  }
}
