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
  /** What engines before 25 list where there is no name. */
  private static final String NO_NAME = "<none>:<none>";

  public LabelledImage {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** What it can be called: its names, or its id where it has none any more. */
  public List<String> names() {
    List<String> names = tags.stream().filter(tag -> !tag.equals(NO_NAME)).toList();
    return names.isEmpty() ? List.of(id) : names;
  }
}
