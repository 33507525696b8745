package dev.fermata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an image is made. {@code context} is an absolute path or a URL; {@code dockerfile} is
 * relative to it. {@code unsupported} names the attributes given that no build of ours does yet.
 */
public record Build(
    String context,
    Optional<String> dockerfile,
    Optional<String> dockerfileInline,
    SequencedMap<String, Value> args,
    Optional<String> target,
    SortedMap<String, String> labels,
    List<String> tags,
    Optional<String> network,
    List<String> extraHosts,
    List<String> cacheFrom,
    Set<Option> options,
    List<String> unsupported) {

  /** Switches of a build. */
  public enum Option {
    NO_CACHE,
    PULL
  }

  public Build {
    args = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(args));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    tags = List.copyOf(tags);
    extraHosts = List.copyOf(extraHosts);
    cacheFrom = List.copyOf(cacheFrom);
    options = Set.copyOf(options);
    unsupported = List.copyOf(unsupported);
  }
}
