package dev.fermata.planner.observed;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A volume: one of the project by label, or one that was asked for by name. Not every driver tells
 * when it was made.
 */
public record ObservedVolume(
    String name, SortedMap<String, String> labels, Optional<Instant> created) {

  public ObservedVolume(String name, SortedMap<String, String> labels) {
    this(name, labels, Optional.empty());
  }

  public ObservedVolume {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
