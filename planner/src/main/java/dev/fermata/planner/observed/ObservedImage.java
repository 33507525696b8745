package dev.fermata.planner.observed;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A local image; {@code id} is {@code sha256:...}. */
public record ObservedImage(String id, List<String> tags, SortedMap<String, String> labels) {
  public ObservedImage {
    tags = List.copyOf(tags);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
