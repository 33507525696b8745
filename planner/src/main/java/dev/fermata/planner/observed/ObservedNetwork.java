package dev.fermata.planner.observed;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A network: one of the project by label, or an external one that was asked for by name. */
public record ObservedNetwork(String id, String name, SortedMap<String, String> labels) {
  public ObservedNetwork {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Whether the container is on this one, and not on another of its name. */
  public boolean holds(ObservedContainer container) {
    return id.equals(container.networks().get(name));
  }
}
