package dev.fermata.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A top-level volume; {@code name} is the engine's name for it. */
public record Volume(
    String key,
    String name,
    boolean external,
    Optional<String> driver,
    SortedMap<String, String> driverOptions,
    SortedMap<String, String> labels,
    Definition definition) {

  public Volume {
    driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
