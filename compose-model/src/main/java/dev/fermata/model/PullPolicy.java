package dev.fermata.model;

import java.time.Duration;
import java.util.Optional;

/** When an image is pulled; {@code window} is the age from which {@code REFRESH} pulls anew. */
public record PullPolicy(Kind kind, Optional<Duration> window) {

  /** The policies of a Compose file; daily, weekly and the like are all {@code REFRESH}. */
  public enum Kind {
    ALWAYS,
    MISSING,
    NEVER,
    BUILD,
    REFRESH
  }

  public static PullPolicy of(Kind kind) {
    return new PullPolicy(kind, Optional.empty());
  }
}
