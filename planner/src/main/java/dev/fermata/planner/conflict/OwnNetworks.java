package dev.fermata.planner.conflict;

import dev.fermata.model.Network;
import dev.fermata.planner.input.UpInput;

/**
 * Networks that are, or are made, as the file says: then the file tells which addresses they have.
 */
final class OwnNetworks {
  private OwnNetworks() {}

  /** One of somebody else is used as it is, and other drivers have rules of their own. */
  static boolean isOwn(Network network, UpInput input) {
    boolean ownAddresses = network.ipam().flatMap(Network.Ipam::driver).isPresent();
    return !network.external()
        && !ownAddresses
        && HostPort.isBridge(network)
        && input.inventory().network(network.name()).stream()
            .allMatch(there -> input.isOurs(there.labels()));
  }
}
