package dev.fermata.buildkit.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step of a build, as a whole record each time: the latest one holds. It may start and complete
 * more than once, and be completed before it is known to be {@code cached}.
 */
public record Vertex(
    String digest,
    List<String> inputs,
    String name,
    boolean cached,
    Optional<Instant> started,
    Optional<Instant> completed,
    String error) {
  public Vertex {
    inputs = List.copyOf(inputs);
  }
}
