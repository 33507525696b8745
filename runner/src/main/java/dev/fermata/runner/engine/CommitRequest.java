package dev.fermata.runner.engine;

import java.util.List;
import java.util.Optional;

/** How an image is made of a container as it is; {@code changes} are lines of a Dockerfile. */
public record CommitRequest(
    Optional<String> name,
    Optional<String> message,
    Optional<String> author,
    List<String> changes,
    Meanwhile meanwhile) {

  /** What the container does while its files are read. */
  public enum Meanwhile {
    PAUSED,
    RUNNING
  }

  public CommitRequest {
    changes = List.copyOf(changes);
  }
}
