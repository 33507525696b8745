package dev.fermata.runner.engine;

import dev.fermata.model.Build;
import dev.fermata.model.Platform;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A build of a service's image; {@code labels} are written on it, {@code tags} are all its names.
 */
public record BuildRequest(
    Build build, List<String> tags, SortedMap<String, String> labels, Optional<Platform> platform) {
  public BuildRequest {
    tags = List.copyOf(tags);
  }
}
