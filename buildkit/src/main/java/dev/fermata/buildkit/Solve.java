package dev.fermata.buildkit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is asked of BuildKit, in its own words: a frontend with its attributes, what becomes of the
 * result, caches, and what the build may do beyond the usual.
 */
public record Solve(
    String frontend,
    SortedMap<String, String> attributes,
    List<Entry> exporters,
    List<Entry> cacheImports,
    List<Entry> cacheExports,
    SortedSet<String> entitlements) {

  /** An exporter or a cache, by its type, with its attributes. */
  public record Entry(String type, SortedMap<String, String> attributes) {
    public Entry {
      attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
  }

  public Solve {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    exporters = List.copyOf(exporters);
    cacheImports = List.copyOf(cacheImports);
    cacheExports = List.copyOf(cacheExports);
    entitlements = Collections.unmodifiableSortedSet(new TreeSet<>(entitlements));
  }
}
