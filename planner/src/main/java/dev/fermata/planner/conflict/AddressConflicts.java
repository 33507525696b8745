package dev.fermata.planner.conflict;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import dev.fermata.model.source.Span;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixed addresses that two containers are to have on one network. */
public final class AddressConflicts {
  private final FinalState state;
  private final Map<Place, ServiceDecision> taken = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Place(String network, String address) {}

  private AddressConflicts(FinalState state) {
    this.state = state;
  }

  public static List<Problem> in(FinalState state) {
    var conflicts = new AddressConflicts(state);
    for (ServiceDecision decision : state.running()) {
      for (NetworkAttachment attachment : decision.service().networking().attachments()) {
        conflicts.add(decision, attachment, attachment.ipv4Address());
        conflicts.outside(decision, attachment);
        conflicts.add(decision, attachment, attachment.ipv6Address());
        conflicts.gateway(decision, attachment);
      }
    }
    return conflicts.problems;
  }

  private void add(ServiceDecision decision, NetworkAttachment at, Optional<String> address) {
    int count = FinalState.count(decision);
    if (address.isEmpty() || count == 0) {
      return;
    }
    if (count > 1 && decision.starts()) {
      problems.add(
          new Problem(
              "%s, and only one can have the address `%s`"
                  .formatted(FinalState.wanting(decision.service(), count), address.get()),
              "leave the address out: the engine gives each one of its own",
              place(decision.service(), at)));
    }
    var place = new Place(state.input().networkName(at.network()), address.get());
    ServiceDecision first = taken.putIfAbsent(place, decision);
    if (first != null && (first.starts() || decision.starts())) {
      problems.add(
          new Problem(
              "`%s` and `%s` are both to have the address `%s` on the network `%s`"
                  .formatted(
                      first.service().name(),
                      decision.service().name(),
                      address.get(),
                      at.network()),
              "give one of them another address",
              SourceSpans.joined(place(first.service(), at), place(decision.service(), at))));
    }
  }

  /** Of a network that is there, the engine knows the ranges; of one to be made, the file. */
  private void outside(ServiceDecision decision, NetworkAttachment at) {
    Network network = state.input().project().networks().get(at.network());
    if (network == null || at.ipv4Address().isEmpty() || !isToBeMade(network)) {
      return;
    }
    String address = at.ipv4Address().get();
    List<Subnet> subnets =
        network.ipam().map(Network.Ipam::pools).orElse(List.of()).stream()
            .flatMap(pool -> pool.subnet().flatMap(Subnet::parse).stream())
            .toList();
    if (decision.starts() && subnets.stream().noneMatch(subnet -> subnet.contains(address))) {
      problems.add(
          new Problem(
              "`%s` is to have the address `%s`, which is in no `subnet` of the network `%s`"
                  .formatted(decision.service().name(), address, at.network()),
              "give the network a `subnet` with it, below `ipam.config`, or leave the address out",
              place(decision.service(), at)));
    }
  }

  /** Where the file says which address the network's gateway has; else the engine picks one. */
  private void gateway(ServiceDecision decision, NetworkAttachment at) {
    Network network = state.input().project().networks().get(at.network());
    if (network == null || !decision.starts() || !isToBeMade(network)) {
      return;
    }
    network.ipam().map(Network.Ipam::pools).orElse(List.of()).stream()
        .flatMap(pool -> pool.gateway().stream())
        .filter(gateway ->
            at.ipv4Address().filter(gateway::equals).isPresent()
                || at.ipv6Address().filter(gateway::equals).isPresent())
        .map(gateway ->
            new Problem(
                "`%s` is to have the address `%s`, which is the `gateway` of the network `%s`"
                    .formatted(decision.service().name(), gateway, at.network()),
                "take another address of the network's subnet",
                place(decision.service(), at)))
        .forEach(problems::add);
  }

  private boolean isToBeMade(Network network) {
    boolean ownAddresses = network.ipam().flatMap(Network.Ipam::driver).isPresent();
    return !network.external()
        && !ownAddresses
        && HostPort.isBridge(network)
        && state.input().inventory().network(network.name()).isEmpty();
  }

  private static List<Span> place(Service service, NetworkAttachment at) {
    List<Span> v4 = SourceSpans.of(service, "networks", at.network(), "ipv4_address");
    return v4.isEmpty() ? SourceSpans.of(service, "networks", at.network(), "ipv6_address") : v4;
  }
}
