package dev.fermata.runner.engine.listing;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image as a list of the engine shows it. {@code containers} and {@code sharedSize} are -1 where
 * the engine has not counted.
 */
public record LabelledImage(
    String id,
    String parent,
    List<String> tags,
    List<String> digests,
    Instant created,
    long size,
    long sharedSize,
    long containers,
    SortedMap<String, String> labels) {
  public LabelledImage {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
