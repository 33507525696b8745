package dev.fermata.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A top-level volume: its definition, and what that says. */
public record Volume(String key, Definition<Settings> definition) {

  /** What is read from the definition; {@code name} is the engine's name for the volume. */
  public record Settings(
      String name,
      boolean external,
      Optional<String> driver,
      SortedMap<String, String> driverOptions,
      SortedMap<String, String> labels) {
    public Settings {
      driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
  }

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

  public SortedMap<String, String> labels() {
    return settings().labels();
  }

  private Settings settings() {
    return definition.values();
  }
}
