package dev.fermata.runner.engine;

import java.util.Optional;

/** Events as they come, until closed. One reader at a time; close from any thread. */
public interface EventStream extends AutoCloseable {

  /** Waits for the next event; empty when the stream has ended or was closed. */
  Optional<EngineEvent> next();

  @Override
  void close();
}
