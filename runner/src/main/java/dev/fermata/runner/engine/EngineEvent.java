package dev.fermata.runner.engine;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a container. {@code action} is the engine's word without its detail:
 * {@code start}, {@code die}, {@code health_status}; {@code detail} is the health state.
 */
public record EngineEvent(
    String container, String action, String detail, Map<String, String> attributes, Instant time) {
  public EngineEvent {
    attributes = Map.copyOf(attributes);
  }
}
