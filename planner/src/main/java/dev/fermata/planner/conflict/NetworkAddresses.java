package dev.fermata.planner.conflict;

import dev.fermata.model.Network;
import dev.fermata.model.Network.Pool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of a network whose ranges the file gives: which are no container's, and how many of
 * IPv4 there are for containers.
 */
final class NetworkAddresses {
  /** A driver's options that say what becomes of the gateway, so that nobody else knows. */
  private static final List<String> ABOUT_GATEWAY = List.of("gateway_mode", "inhibit");

  /** The longest prefix of a range that has addresses beside its first and last one. */
  private static final int SMALLEST = 30;

  private final Network network;

  /** By the address as a number, what it is. */
  private final Map<Long, String> reserved = new HashMap<>();

  private final Set<String> gateways = new HashSet<>();

  private long size;

  private NetworkAddresses(Network network) {
    this.network = network;
  }

  static NetworkAddresses of(Network network) {
    var addresses = new NetworkAddresses(network);
    network.ipam().map(Network.Ipam::pools).orElse(List.of()).forEach(addresses::add);
    return addresses;
  }

  private void add(Pool pool) {
    pool.gateway().ifPresent(gateways::add);
    Optional<Subnet> subnet = range(pool.subnet());
    if (subnet.isEmpty()) {
      return;
    }
    Subnet whole = subnet.get();
    Subnet given = range(pool.ipRange()).orElse(whole);
    size += given.high() - given.low() + 1;
    reserve(whole.low(), "is the first one of the subnet `" + whole + "`");
    reserve(whole.high(), "is the last one of the subnet `" + whole + "`");
    pool.auxiliaryAddresses().values().stream()
        .flatMap(text -> Subnet.v4(text).stream())
        .forEach(address -> reserve(address, "is kept free by `aux_addresses`"));
    Optional<Long> gateway = pool.gateway().flatMap(Subnet::v4);
    if (gateway.isPresent()) {
      reserve(gateway.get(), "is the `gateway`");
    } else if (pool.gateway().isEmpty() && isGatewayTheFirst()) {
      long first = given.low() == whole.low() ? whole.low() + 1 : given.low();
      reserve(first, "the engine takes for the gateway");
    }
  }

  private void reserve(long address, String what) {
    reserved.putIfAbsent(address, what);
  }

  private static Optional<Subnet> range(Optional<String> text) {
    return text.flatMap(Subnet::of).filter(it -> it.isV4() && it.prefix() <= SMALLEST);
  }

  private boolean isGatewayTheFirst() {
    return network.driverOptions().keySet().stream()
        .noneMatch(key -> ABOUT_GATEWAY.stream().anyMatch(key::contains));
  }

  /** What an address is, if it is no container's. */
  Optional<String> reserved(String address) {
    return Subnet.v4(address)
        .map(reserved::get)
        .or(() -> Optional.of("is the `gateway`").filter(what -> gateways.contains(address)));
  }

  /** How many containers can be on the network; empty where the engine picks its range. */
  Optional<Long> room() {
    if (size == 0) {
      return Optional.empty();
    }
    long taken =
        network.ipam().orElseThrow().pools().stream()
            .flatMap(pool -> range(pool.ipRange().or(pool::subnet)).stream())
            .mapToLong(given ->
                reserved.keySet().stream()
                    .filter(address -> given.low() <= address && address <= given.high())
                    .count())
            .sum();
    return Optional.of(size - taken);
  }
}
