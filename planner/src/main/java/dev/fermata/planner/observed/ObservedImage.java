package dev.fermata.planner.observed;

import dev.fermata.model.Platform;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A local image; {@code id} is {@code sha256:...}. {@code platforms} are those that it is there
 * for, as far as somebody looked for them: one at least, several on some engines. {@code
 * sinceNamed} is how long ago it got its name, by the engine's clock, if that is known. {@code
 * manifests} are the digests of what it has for each platform, where somebody looked: an index that
 * is made anew may have the very same.
 */
public record ObservedImage(
    String id,
    List<String> tags,
    SortedMap<String, String> labels,
    SortedSet<Platform> platforms,
    Optional<Duration> sinceNamed,
    SortedSet<String> manifests) {
  public ObservedImage {
    tags = List.copyOf(tags);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    platforms = Collections.unmodifiableSortedSet(new TreeSet<>(platforms));
    manifests = Collections.unmodifiableSortedSet(new TreeSet<>(manifests));
  }

  /** One into which nobody has looked. */
  public ObservedImage(
      String id,
      List<String> tags,
      SortedMap<String, String> labels,
      SortedSet<Platform> platforms,
      Optional<Duration> sinceNamed) {
    this(id, tags, labels, platforms, sinceNamed, Collections.emptySortedSet());
  }

  /** One of which nobody knows since when it has its name. */
  public ObservedImage(
      String id,
      List<String> tags,
      SortedMap<String, String> labels,
      SortedSet<Platform> platforms) {
    this(id, tags, labels, platforms, Optional.empty());
  }

  /** Whether the container was made from it, or from what is the same for its platform. */
  public boolean isRunBy(ObservedContainer container) {
    return id.equals(container.imageId())
        || container
            .listing()
            .manifest()
            .filter(manifest -> manifests.contains(manifest))
            .isPresent();
  }

  /** Whether it is there for the very platform. */
  public boolean isFor(Platform wanted) {
    return platforms.stream().anyMatch(wanted::isMetBy);
  }

  /** Whether containers for the platform can be made from it. */
  public boolean isAcceptedFor(Platform wanted) {
    return platforms.stream().anyMatch(wanted::accepts);
  }
}
