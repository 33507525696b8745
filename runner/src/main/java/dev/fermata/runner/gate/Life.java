package dev.fermata.runner.gate;

import dev.fermata.runner.engine.ContainerDetail;
import java.time.Instant;

/** One life of a container: what is said of another one does not count for it. */
record Life(String id, Instant startedAt) {
  static Life of(ContainerDetail detail) {
    return new Life(detail.id(), detail.startedAt());
  }
}
