package dev.fermata.planner;

import dev.fermata.planner.spec.NetworkSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The addresses that a tiny world gives on networks whose subnet is known. */
final class TinyAddresses {
  private final Map<String, String> prefixes = new HashMap<>();

  /** Only subnets of 256 addresses are known. */
  void learn(NetworkSpec network) {
    network.ipam().stream()
        .flatMap(ipam -> ipam.pools().stream())
        .flatMap(pool -> pool.subnet().stream())
        .filter(subnet -> subnet.endsWith(".0/24"))
        .forEach(subnet -> prefixes.put(network.name(), subnet.replace(".0/24", ".")));
  }

  /** Where it may choose, the engine gives the first one that is free. */
  void give(TinyContainer box, String network, Collection<TinyContainer> all) {
    String prefix = prefixes.get(network);
    if (prefix == null) {
      return;
    }
    List<String> taken =
        all.stream()
            .filter(other -> other != box)
            .flatMap(other -> other.addresses(network).stream())
            .toList();
    String address =
        Stream.concat(
                box.fixed(network).stream(),
                IntStream.iterate(2, n -> n + 1)
                    .mapToObj(n -> prefix + n)
                    .filter(it -> !taken.contains(it)))
            .findFirst()
            .orElseThrow();
    TinyWorld.require(
        !taken.contains(address), address + " is taken, and " + box.name + " is to have it");
    box.addresses.put(network, List.of(address));
  }
}
