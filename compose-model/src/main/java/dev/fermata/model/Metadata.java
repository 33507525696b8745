package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is written on a container, and what is done with its output. {@code naming} joins its name
 * where it has none of its own.
 */
public record Metadata(
    Optional<String> containerName,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    Optional<Logging> logging,
    List<String> profiles,
    Naming naming) {

  /** The engine's log driver. */
  public record Logging(Optional<String> driver, SortedMap<String, String> options) {
    public Logging {
      options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
  }

  public Metadata {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    profiles = List.copyOf(profiles);
  }
}
