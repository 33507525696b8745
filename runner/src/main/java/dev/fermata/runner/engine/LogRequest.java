package dev.fermata.runner.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Which lines: the last {@code tail} (empty: all) since {@code since}, and whether to stay. */
public record LogRequest(OptionalInt tail, Optional<Instant> since, Mode mode) {

  /** Whether the stream stays open for what comes. */
  public enum Mode {
    FOLLOW,
    UNTIL_NOW
  }
}
