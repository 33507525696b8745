package dev.fermata.runner.engine;

import dev.fermata.runner.engine.listing.ContainerStats;
import java.util.Optional;

/** What a container uses, about once a second until closed. One reader; close from any thread. */
public interface StatsStream extends AutoCloseable {

  /** Waits for the next one; empty at the end. */
  Optional<ContainerStats> next();

  @Override
  void close();
}
