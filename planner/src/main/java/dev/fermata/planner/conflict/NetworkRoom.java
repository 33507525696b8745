package dev.fermata.planner.conflict;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks with fewer addresses than there are to be containers on them. */
public final class NetworkRoom {
  private final FinalState state;

  private NetworkRoom(FinalState state) {
    this.state = state;
  }

  public static List<Problem> problems(FinalState state) {
    var room = new NetworkRoom(state);
    return state.input().networks().stream()
        .filter(network -> OwnNetworks.isOwn(network, state.input()))
        .flatMap(network -> room.problem(network).stream())
        .toList();
  }

  private Optional<Problem> problem(Network network) {
    Optional<Long> room = NetworkAddresses.of(network).room();
    List<ServiceDecision> users = users(network);
    boolean grows = users.stream().anyMatch(ServiceDecision::starts);
    long wanted =
        users.stream().mapToLong(FinalState::count).sum()
            + state.untouched().stream().filter(it -> isOn(it, network)).count();
    if (room.isEmpty() || !grows || wanted <= room.get()) {
      return Optional.empty();
    }
    ServiceDecision largest = largest(users);
    return Optional.of(
        new Problem(
            "the network `%s` has addresses for %d containers, and %d are to be on it"
                .formatted(network.key(), room.get(), wanted),
            "%s; give the network a wider `subnet`, below `ipam.config`"
                .formatted(FinalState.wanting(largest.service(), FinalState.count(largest))),
            SourceSpans.of(largest.service(), "networks", network.key())));
  }

  private List<ServiceDecision> users(Network network) {
    var users = new ArrayList<ServiceDecision>();
    for (ServiceDecision decision : state.running()) {
      boolean uses =
          decision.service().networking().attachments().stream()
              .map(NetworkAttachment::network)
              .anyMatch(network.key()::equals);
      if (uses) {
        users.add(decision);
      }
    }
    return users;
  }

  private static boolean isOn(ObservedContainer container, Network network) {
    return !container.addresses(network.name()).now().isEmpty();
  }

  private static ServiceDecision largest(List<ServiceDecision> users) {
    ServiceDecision largest = users.getFirst();
    for (ServiceDecision user : users) {
      largest = FinalState.count(user) > FinalState.count(largest) ? user : largest;
    }
    return largest;
  }
}
