package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A top-level network: its definition, and what that says. */
public record Network(String key, Definition<Settings> definition) {

  /** What is read from the definition; {@code name} is the engine's name for the network. */
  public record Settings(
      String name,
      boolean external,
      Optional<String> driver,
      SortedMap<String, String> driverOptions,
      Set<Flag> flags,
      Optional<Ipam> ipam,
      SortedMap<String, String> labels) {
    public Settings {
      driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
      flags = Set.copyOf(flags);
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
  }

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

  public String name() {
    return settings().name();
  }

  public boolean external() {
    return settings().external();
  }

  public Optional<String> driver() {
    return settings().driver();
  }

  public SortedMap<String, String> driverOptions() {
    return settings().driverOptions();
  }

  public Set<Flag> flags() {
    return settings().flags();
  }

  public Optional<Ipam> ipam() {
    return settings().ipam();
  }

  public SortedMap<String, String> labels() {
    return settings().labels();
  }

  private Settings settings() {
    return definition.values();
  }
}
