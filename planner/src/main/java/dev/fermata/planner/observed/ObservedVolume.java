package dev.fermata.planner.observed;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A volume: one of the project by label, or one that was asked for by name. */
public record ObservedVolume(String name, SortedMap<String, String> labels) {
  public ObservedVolume {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
