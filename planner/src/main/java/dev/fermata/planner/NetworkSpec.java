package dev.fermata.planner;

import dev.fermata.model.Network;
import dev.fermata.model.Network.Flag;
import dev.fermata.model.Network.Ipam;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network to create; {@code key} is how its user calls it, {@code labels} are all that it gets.
 */
public record NetworkSpec(
    String key,
    String name,
    Optional<String> driver,
    SortedMap<String, String> driverOptions,
    Set<Flag> flags,
    Optional<Ipam> ipam,
    SortedMap<String, String> labels) {
  public NetworkSpec {
    driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    flags = Set.copyOf(flags);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public static NetworkSpec of(Network network, SortedMap<String, String> labels) {
    return new NetworkSpec(
        network.key(),
        network.name(),
        network.driver(),
        network.driverOptions(),
        network.flags(),
        network.ipam(),
        labels);
  }
}
