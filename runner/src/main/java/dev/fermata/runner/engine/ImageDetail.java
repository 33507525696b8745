package dev.fermata.runner.engine;

import java.util.List;
import java.util.Optional;

/** A local image. {@code health} is the healthcheck that it brings. */
public record ImageDetail(
    String id, Optional<HealthcheckDetail> health, List<String> volumes, List<String> tags) {
  public ImageDetail {
    volumes = List.copyOf(volumes);
    tags = List.copyOf(tags);
  }
}
