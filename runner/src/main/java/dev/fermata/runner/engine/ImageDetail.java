package dev.fermata.runner.engine;

import java.util.List;
import java.util.Optional;

/**
 * A local image. {@code health} is the healthcheck that it brings; {@code digests} are the names
 * that registries have for it: {@code nginx@sha256:...}.
 */
public record ImageDetail(
    String id,
    Optional<HealthcheckDetail> health,
    List<String> volumes,
    List<String> tags,
    List<String> digests) {
  public ImageDetail {
    volumes = List.copyOf(volumes);
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
  }
}
