package dev.fermata.planner.conflict;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.source.Span;
import dev.fermata.planner.address.AddressClaims;
import dev.fermata.planner.address.AddressClaims.Claim;
import dev.fermata.planner.address.AddressMoves;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fixed addresses that two containers are to have on one network. */
public final class AddressConflicts {
  private final FinalState state;
  private final Map<Place, ServiceDecision> taken = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Place(String network, String address) {}

  private AddressConflicts(FinalState state) {
    this.state = state;
  }

  public static List<Problem> in(FinalState state, AddressClaims claims) {
    var conflicts = new AddressConflicts(state);
    for (ServiceDecision decision : state.running()) {
      for (NetworkAttachment attachment : decision.service().networking().attachments()) {
        conflicts.add(decision, attachment, attachment.ipv4Address());
        conflicts.outside(decision, attachment);
        conflicts.add(decision, attachment, attachment.ipv6Address());
        conflicts.reserved(decision, attachment);
      }
    }
    conflicts.held(claims);
    return conflicts.problems;
  }

  /** Addresses held by containers that stay, and that cannot be given another one. */
  private void held(AddressClaims claims) {
    for (ServiceDecision decision : state.decisions()) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Keep(ObservedContainer holder)) {
          claims.heldBy(holder).stream()
              .filter(claim -> !AddressMoves.arePossible(claims, decision, of, claim.network()))
              .filter(claim -> !isToldOfBoth(claim))
              .forEach(claim -> held(claims, claim, holder));
        }
      }
    }
    for (ObservedContainer holder : state.untouched()) {
      claims.heldBy(holder).forEach(claim -> held(claims, claim, holder));
    }
  }

  private boolean isToldOfBoth(Claim claim) {
    ServiceDecision first = taken.get(new Place(claim.network(), claim.address()));
    return first != null && !first.equals(claim.by());
  }

  private void held(AddressClaims claims, Claim claim, ObservedContainer holder) {
    problems.add(
        new Problem(
            "service `%s` cannot have the address `%s` on the network `%s`: %s has it"
                .formatted(
                    claim.by().service().name(),
                    claim.address(),
                    claim.at().network(),
                    state.named(holder)),
            wayOut(claims, claim, holder),
            place(claim.by().service(), claim.at())));
  }

  private String wayOut(AddressClaims claims, Claim claim, ObservedContainer holder) {
    if (state.isOrphan(holder)) {
      return state.removal(holder);
    }
    boolean canMove =
        state.untouched().contains(holder)
            && state.input().isOurs(holder.labels())
            && !holder.oneOff()
            && service(holder)
                .filter(service -> claims.isByChance(service, claim.network()))
                .isPresent();
    return canMove
        ? "name `%s` as well: then it gets another one".formatted(holder.service())
        : "stop that one, or choose another address";
  }

  /** The service of a container, whether this {@code up} is about it or not. */
  private Optional<Service> service(ObservedContainer holder) {
    Project project = state.input().project();
    return Optional.ofNullable(project.services().get(holder.service()))
        .or(() -> Optional.ofNullable(project.disabled().get(holder.service())));
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

  /** Of a network of others the engine knows the ranges, of our own the file. */
  private void outside(ServiceDecision decision, NetworkAttachment at) {
    Network network = state.input().project().networks().get(at.network());
    if (network == null
        || at.ipv4Address().isEmpty()
        || !OwnNetworks.isOwn(network, state.input())) {
      return;
    }
    String address = at.ipv4Address().get();
    List<Subnet> subnets =
        network.ipam().map(Network.Ipam::pools).orElse(List.of()).stream()
            .flatMap(pool -> pool.subnet().flatMap(Subnet::of).stream())
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

  /** Addresses that no container of the network can have. */
  private void reserved(ServiceDecision decision, NetworkAttachment at) {
    Network network = state.input().project().networks().get(at.network());
    if (network == null || !decision.starts() || !OwnNetworks.isOwn(network, state.input())) {
      return;
    }
    var addresses = NetworkAddresses.of(network);
    Stream.concat(at.ipv4Address().stream(), at.ipv6Address().stream())
        .forEach(address ->
            addresses
                .reserved(address)
                .map(what ->
                    new Problem(
                        "`%s` is to have the address `%s`, which %s of the network `%s`"
                            .formatted(decision.service().name(), address, what, at.network()),
                        "take another address of the network's subnet",
                        place(decision.service(), at)))
                .ifPresent(problems::add));
  }

  private static List<Span> place(Service service, NetworkAttachment at) {
    List<Span> v4 = SourceSpans.of(service, "networks", at.network(), "ipv4_address");
    return v4.isEmpty() ? SourceSpans.of(service, "networks", at.network(), "ipv6_address") : v4;
  }
}
