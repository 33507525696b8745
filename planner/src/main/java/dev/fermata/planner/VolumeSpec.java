package dev.fermata.planner;

import dev.fermata.model.Volume;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A volume to create; {@code labels} are all that it gets. */
public record VolumeSpec(
    String name,
    Optional<String> driver,
    SortedMap<String, String> driverOptions,
    SortedMap<String, String> labels) {
  public VolumeSpec {
    driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public static VolumeSpec of(Volume volume, SortedMap<String, String> labels) {
    return new VolumeSpec(volume.name(), volume.driver(), volume.driverOptions(), labels);
  }
}
