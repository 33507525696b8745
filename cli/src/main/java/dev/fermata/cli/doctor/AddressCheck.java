package dev.fermata.cli.doctor;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.planner.conflict.Subnet;
import dev.fermata.runner.engine.listing.EngineDetail.AddressPool;
import dev.fermata.runner.engine.listing.NetworkListing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many networks an engine can still make before its address pools are exhausted, where nobody
 * says which addresses. {@code occupied} are the networks that containers are in.
 */
record AddressCheck(List<AddressPool> pools, List<NetworkListing> networks, Set<String> occupied) {
  private static final int FEW = 5;
  private static final int MOST_NAMED = 10;
  private static final int BITS = 32;
  private static final String BRIDGE = "bridge";
  private static final Set<String> OF_THE_ENGINE =
      Set.of(BRIDGE, "host", "none", "ingress", "docker_gwbridge");

  /** Those that engines have where they are told none. */
  private static final List<AddressPool> USUAL =
      List.of(
          new AddressPool("172.17.0.0/16", 16),
          new AddressPool("172.18.0.0/16", 16),
          new AddressPool("172.19.0.0/16", 16),
          new AddressPool("172.20.0.0/14", 16),
          new AddressPool("172.24.0.0/14", 16),
          new AddressPool("172.28.0.0/14", 16),
          new AddressPool("192.168.0.0/16", 20));

  /** Small ones, and out of the way of most companies' own. */
  private static final String MORE_POOLS =
      "add {\"default-address-pools\": [{\"base\": \"10.201.0.0/16\", \"size\": 24}]}"
          + " to /etc/docker/daemon.json and restart the engine";

  List<Finding> findings() {
    long left = left();
    List<String> unused = unused();
    String sentence =
        "%d networks, of which %d have no container; the address pools have room for %s"
            .formatted(networks.size(), unused.size(), left == 0 ? "no more" : left + " more");
    Finding room =
        left > FEW
            ? Finding.fine(Area.NETWORKS, sentence)
            : Finding.wrong(Area.NETWORKS, sentence, fixes(unused));
    return Stream.concat(Stream.of(room), versionSix().stream()).toList();
  }

  /** Networks of one's own may have it all the same. */
  private Optional<Finding> versionSix() {
    return networks.stream()
        .filter(network -> network.name().equals(BRIDGE))
        .findFirst()
        .map(network -> network.subnets().stream().anyMatch(subnet -> subnet.contains(":")))
        .map(has ->
            Finding.fine(
                Area.NETWORKS,
                "the engine's own network has " + (has ? "" : "no ") + "addresses of IPv6"));
  }

  private static String[] fixes(List<String> unused) {
    Stream<String> removal =
        unused.isEmpty()
            ? Stream.empty()
            : Stream.of(
                unused.size() > MOST_NAMED
                    ? "docker network prune"
                    : "docker network rm " + String.join(" ", unused));
    return Stream.concat(removal, Stream.of(MORE_POOLS)).toArray(String[]::new);
  }

  private List<String> unused() {
    return networks.stream()
        .map(NetworkListing::name)
        .filter(name -> !OF_THE_ENGINE.contains(name) && !occupied.contains(name))
        .toList();
  }

  private long left() {
    List<Range> taken =
        networks.stream()
            .flatMap(network -> network.subnets().stream())
            .flatMap(text -> versionFour(text).stream())
            .map(subnet -> new Range(subnet.low(), subnet.high()))
            .toList();
    return (pools.isEmpty() ? USUAL : pools).stream().mapToLong(pool -> free(pool, taken)).sum();
  }

  private static long free(AddressPool pool, List<Range> taken) {
    return versionFour(pool.base()).stream()
        .flatMap(base -> parts(base, Math.max(pool.size(), base.prefix())))
        .filter(part -> taken.stream().noneMatch(part::overlaps))
        .count();
  }

  private static Stream<Range> parts(Subnet base, int prefix) {
    long size = 1L << (BITS - Math.min(prefix, BITS));
    return Stream.iterate(base.low(), first -> first <= base.high(), first -> first + size)
        .map(first -> new Range(first, first + size - 1));
  }

  private static Optional<Subnet> versionFour(String text) {
    return Subnet.of(text).filter(Subnet::isV4);
  }

  /** Addresses of IP version 4 as numbers, from the first one to the last. */
  private record Range(long first, long last) {
    boolean overlaps(Range other) {
      return first <= other.last && other.first <= last;
    }
  }
}
