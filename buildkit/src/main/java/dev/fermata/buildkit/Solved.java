package dev.fermata.buildkit;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a solve answered, by BuildKit's keys. */
public record Solved(SortedMap<String, String> response) {
  public Solved {
    response = Collections.unmodifiableSortedMap(new TreeMap<>(response));
  }

  /**
   * The image's id in a classic store; the digest of its manifest or index in a containerd store.
   */
  public Optional<String> digest() {
    return Optional.ofNullable(response.get("containerimage.digest"));
  }

  /** Not told by engines before 23. */
  public Optional<String> configDigest() {
    return Optional.ofNullable(response.get("containerimage.config.digest"));
  }
}
