package dev.fermata.planner.conflict;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import dev.fermata.model.source.Span;
import dev.fermata.planner.fate.ServiceFate;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixed addresses that two containers are to have on one network. */
public final class AddressConflicts {
  private final FinalState state;
  private final Map<Place, ServiceFate> taken = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Place(String network, String address) {}

  private AddressConflicts(FinalState state) {
    this.state = state;
  }

  public static List<Problem> in(FinalState state) {
    var conflicts = new AddressConflicts(state);
    for (ServiceFate fate : state.running()) {
      for (NetworkAttachment attachment : fate.service().networking().attachments()) {
        conflicts.add(fate, attachment, attachment.ipv4Address());
        conflicts.outside(fate, attachment);
        conflicts.add(fate, attachment, attachment.ipv6Address());
        conflicts.gateway(fate, attachment);
      }
    }
    return conflicts.problems;
  }

  private void add(ServiceFate fate, NetworkAttachment at, Optional<String> address) {
    int count = FinalState.count(fate);
    if (address.isEmpty() || count == 0) {
      return;
    }
    if (count > 1 && fate.starts()) {
      problems.add(
          new Problem(
              "%s, and only one can have the address `%s`"
                  .formatted(FinalState.wanting(fate.service(), count), address.get()),
              "leave the address out: the engine gives each one of its own",
              place(fate.service(), at)));
    }
    var place = new Place(state.scene().networkName(at.network()), address.get());
    ServiceFate first = taken.putIfAbsent(place, fate);
    if (first != null && (first.starts() || fate.starts())) {
      problems.add(
          new Problem(
              "`%s` and `%s` are both to have the address `%s` on the network `%s`"
                  .formatted(
                      first.service().name(), fate.service().name(), address.get(), at.network()),
              "give one of them another address",
              Places.joined(place(first.service(), at), place(fate.service(), at))));
    }
  }

  /** Of a network that is there, the engine knows the ranges; of one to be made, the file. */
  private void outside(ServiceFate fate, NetworkAttachment at) {
    Network network = state.scene().project().networks().get(at.network());
    if (network == null || at.ipv4Address().isEmpty() || !isToBeMade(network)) {
      return;
    }
    String address = at.ipv4Address().get();
    List<Subnet> subnets =
        network.ipam().map(Network.Ipam::pools).orElse(List.of()).stream()
            .flatMap(pool -> pool.subnet().flatMap(Subnet::parse).stream())
            .toList();
    if (fate.starts() && subnets.stream().noneMatch(subnet -> subnet.contains(address))) {
      problems.add(
          new Problem(
              "`%s` is to have the address `%s`, which is in no `subnet` of the network `%s`"
                  .formatted(fate.service().name(), address, at.network()),
              "give the network a `subnet` with it, below `ipam.config`, or leave the address out",
              place(fate.service(), at)));
    }
  }

  /** Where the file says which address the network's gateway has; else the engine picks one. */
  private void gateway(ServiceFate fate, NetworkAttachment at) {
    Network network = state.scene().project().networks().get(at.network());
    if (network == null || !fate.starts() || !isToBeMade(network)) {
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
                    .formatted(fate.service().name(), gateway, at.network()),
                "take another address of the network's subnet",
                place(fate.service(), at)))
        .forEach(problems::add);
  }

  private boolean isToBeMade(Network network) {
    boolean ownAddresses = network.ipam().flatMap(Network.Ipam::driver).isPresent();
    return !network.external()
        && !ownAddresses
        && HostPort.isBridge(network)
        && state.scene().inventory().network(network.name()).isEmpty();
  }

  private static List<Span> place(Service service, NetworkAttachment at) {
    List<Span> v4 = Places.of(service, "networks", at.network(), "ipv4_address");
    return v4.isEmpty() ? Places.of(service, "networks", at.network(), "ipv6_address") : v4;
  }
}
