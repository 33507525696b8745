package dev.fermata.runner.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Lines of one container, until closed or until it has ended. One reader; close from any thread.
 */
public interface LogStream extends AutoCloseable {

  /** A line without its end; {@code time} is the engine's. */
  record Line(Origin origin, Instant time, String text) {}

  /** Which of the two streams; with a terminal there is one. */
  enum Origin {
    STDOUT,
    STDERR
  }

  /** Waits for the next line; empty at the end. */
  Optional<Line> next();

  @Override
  void close();
}
