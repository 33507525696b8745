package dev.fermata.planner.address;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.request.UpOptions.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fixed addresses of services that are started. Engines keep none free: whoever starts before
 * them on the same network, or has been there, may have one by chance.
 */
public final class AddressClaims {

  /** An address that a service gets on a network, which has the engine's name here. */
  public record Claim(ServiceDecision by, NetworkAttachment at, String network, String address) {

    public boolean isHeldBy(ObservedContainer container) {
      return container.addresses(network).contains(address) && !isOwn(container);
    }

    private boolean isOwn(ObservedContainer container) {
      return by.decisions().stream()
          .flatMap(decision -> decision.there().stream())
          .anyMatch(own -> own.id().equals(container.id()));
    }
  }

  private final UpInput input;
  private final List<Claim> all;

  /** Services that must not wait for those with claims, because these need them. */
  private final Set<ServiceName> needed;

  private AddressClaims(UpInput input, List<Claim> all) {
    this.input = input;
    this.all = all;
    this.needed =
        input
            .graph()
            .withDependencies(
                all.stream().map(it -> it.by().service().name()).collect(Collectors.toSet()));
  }

  public static AddressClaims of(UpInput input, Collection<ServiceDecision> decisions) {
    if (input.options().starting().start() != Start.STARTED) {
      return new AddressClaims(input, List.of());
    }
    return new AddressClaims(
        input,
        decisions.stream()
            .filter(ServiceDecision::starts)
            .flatMap(decision -> claims(input, decision))
            .toList());
  }

  private static Stream<Claim> claims(UpInput input, ServiceDecision decision) {
    return decision.service().networking().attachments().stream()
        .flatMap(at ->
            fixed(at)
                .map(address -> new Claim(decision, at, input.networkName(at.network()), address)));
  }

  private static Stream<String> fixed(NetworkAttachment at) {
    return Stream.concat(at.ipv4Address().stream(), at.ipv6Address().stream());
  }

  public List<Claim> all() {
    return all;
  }

  /** What a container has of that which others are to have. */
  public List<Claim> heldBy(ObservedContainer container) {
    return all.stream().filter(claim -> claim.isHeldBy(container)).toList();
  }

  /** Whether the engine picks the address that containers of a service have on a network. */
  public boolean isByChance(Service service, String network) {
    return service.networking().attachments().stream()
        .filter(at -> input.networkName(at.network()).equals(network))
        .anyMatch(at -> fixed(at).findAny().isEmpty());
  }

  /** What has to be so before a container of a service starts. */
  public List<Fact> before(ServiceDecision decision) {
    List<Fact> facts = new ArrayList<>();
    for (Claim claim : all) {
      if (claim.by().equals(decision)) {
        facts.addAll(given(claim));
      } else if (letsPass(decision.service(), claim)) {
        claim.by().containers().forEach(container -> facts.add(Fact.runs(container)));
      }
    }
    return facts;
  }

  private List<Fact> given(Claim claim) {
    return input.inventory().containers().stream()
        .filter(claim::isHeldBy)
        .flatMap(
            holder -> Stream.of(Fact.portsFree(holder), Fact.addressLeft(holder, claim.network())))
        .toList();
  }

  /**
   * Only who has no claim anywhere waits, and is needed by nobody who has one: so no two wait for
   * each other.
   */
  private boolean letsPass(Service service, Claim claim) {
    return isByChance(service, claim.network())
        && !needed.contains(service.name())
        && service.networking().attachments().stream()
            .allMatch(at -> fixed(at).findAny().isEmpty());
  }
}
