package dev.fermata.runner.docker;

import dev.fermata.model.Network;
import dev.fermata.model.Network.Flag;
import dev.fermata.planner.NetworkSpec;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Optional;

/** The body of a network's create call. */
final class NetworkCreation {
  /** Before it, all networks have IPv4. */
  private static final ApiVersion SINCE_IPV4_SWITCH = new ApiVersion(1, 47);

  private static final ApiVersion NAMES_UNIQUE = new ApiVersion(1, 44);

  private NetworkCreation() {}

  static JsonObject body(NetworkSpec network, ApiVersion api) {
    Optional<Boolean> ipv4 = flag(network, Flag.IPV4_ON, Flag.IPV4_OFF);
    boolean isSwitch = !api.isBefore(SINCE_IPV4_SWITCH);
    if (!isSwitch && network.flags().contains(Flag.IPV4_OFF)) {
      throw new EngineException(
          Kind.NOT_SUPPORTED,
          "`enable_ipv4` of network `%s` needs engine API %s; this engine speaks %s"
              .formatted(network.key(), SINCE_IPV4_SWITCH, api),
          "");
    }
    return new JsonObject()
        .put("Name", network.name())
        .put("CheckDuplicate", api.isBefore(NAMES_UNIQUE))
        .put("Driver", network.driver())
        .put("Internal", network.flags().contains(Flag.INTERNAL))
        .put("Attachable", network.flags().contains(Flag.ATTACHABLE))
        .put("EnableIPv4", ipv4.filter(on -> isSwitch))
        .put("EnableIPv6", flag(network, Flag.IPV6_ON, Flag.IPV6_OFF))
        .put("IPAM", network.ipam().map(NetworkCreation::ipam))
        .put("Options", JsonObject.of(network.driverOptions()))
        .put("Labels", JsonObject.of(network.labels()));
  }

  private static Optional<Boolean> flag(NetworkSpec network, Flag on, Flag off) {
    if (network.flags().contains(on)) {
      return Optional.of(true);
    }
    return network.flags().contains(off) ? Optional.of(false) : Optional.empty();
  }

  private static JsonObject ipam(Network.Ipam ipam) {
    return new JsonObject()
        .put("Driver", ipam.driver())
        .put("Options", JsonObject.of(ipam.options()))
        .put("Config", ipam.pools().stream().map(NetworkCreation::pool).toList());
  }

  private static JsonObject pool(Network.Pool pool) {
    return new JsonObject()
        .put("Subnet", pool.subnet())
        .put("IPRange", pool.ipRange())
        .put("Gateway", pool.gateway())
        .put("AuxiliaryAddresses", JsonObject.of(pool.auxiliaryAddresses()));
  }
}
