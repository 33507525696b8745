package dev.fermata.planner.address;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who lets whom start first among containers that are there: those that were made with a fixed
 * address get it before others have it by chance.
 */
public final class AddressTurns {
  private final List<ObservedContainer> first;

  /** Services that must not wait for the first ones, because these need them. */
  private final Set<ServiceName> needed;

  public AddressTurns(ServiceGraph graph, Collection<ObservedContainer> starting) {
    this.first = starting.stream().filter(ObservedContainer::hasFixedAddress).toList();
    this.needed =
        first.isEmpty()
            ? Set.of()
            : graph.withDependencies(
                first.stream().map(ObservedContainer::service).collect(Collectors.toSet()));
  }

  /** What has to be so before a container starts. */
  public List<Fact> before(ObservedContainer container) {
    if (container.hasFixedAddress() || needed.contains(container.service())) {
      return List.of();
    }
    return first.stream()
        .filter(
            it -> it.networks().keySet().stream().anyMatch(network -> meet(it, container, network)))
        .map(it -> Fact.runs(it.ref()))
        .toList();
  }

  private static boolean meet(ObservedContainer first, ObservedContainer other, String network) {
    return !first.addresses(network).fixed().isEmpty() && other.networks().containsKey(network);
  }
}
