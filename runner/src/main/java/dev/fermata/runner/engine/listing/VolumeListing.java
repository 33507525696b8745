package dev.fermata.runner.engine.listing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A volume, and where it is. {@code scope} is {@code local} or {@code global}. */
public record VolumeListing(
    String name, String driver, String mountpoint, String scope, SortedMap<String, String> labels) {
  public VolumeListing {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
