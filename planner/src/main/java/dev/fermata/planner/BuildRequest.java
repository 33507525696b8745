package dev.fermata.planner;

import dev.fermata.model.Build;
import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A build of a service's image; {@code labels} are written on it, {@code tags} are all its names.
 */
public record BuildRequest(
    Build build, List<String> tags, SortedMap<String, String> labels, Optional<Platform> platform) {
  public BuildRequest {
    tags = List.copyOf(tags);
  }

  /** {@code ours} win over labels of the user's own. */
  static BuildRequest of(Service service, SortedMap<String, String> ours) {
    Build build =
        service
            .build()
            .orElseThrow(
                () -> new IllegalStateException("a bug: " + service.name() + " has no build"));
    List<String> tags = new ArrayList<>(List.of(service.image().familiar()));
    build.tags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    var labels = new TreeMap<>(build.labels());
    labels.putAll(ours);
    return new BuildRequest(build, tags, labels, service.lifecycle().platform());
  }
}
