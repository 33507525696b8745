package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A top-level network; {@code name} is the engine's name for it. */
public record Network(
    String key,
    String name,
    boolean external,
    Optional<String> driver,
    SortedMap<String, String> driverOptions,
    Set<Flag> flags,
    Optional<Ipam> ipam,
    SortedMap<String, String> labels,
    Definition definition) {

  /** Switches of a network; what the user says nothing of is left to the engine. */
  public enum Flag {
    INTERNAL,
    ATTACHABLE,
    IPV4_ON,
    IPV4_OFF,
    IPV6_ON,
    IPV6_OFF
  }

  /** Address management. */
  public record Ipam(Optional<String> driver, SortedMap<String, String> options, List<Pool> pools) {
    public Ipam {
      pools = List.copyOf(pools);
    }
  }

  /** A range of addresses. */
  public record Pool(
      Optional<String> subnet,
      Optional<String> ipRange,
      Optional<String> gateway,
      SortedMap<String, String> auxiliaryAddresses) {}

  public Network {
    driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    flags = Set.copyOf(flags);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
