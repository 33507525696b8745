package dev.fermata.runner.engine;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a command ended: its exit code, or empty if it ran past its time; and its output, at most 4
 * KiB.
 */
public record ExecResult(OptionalInt exitCode, String output, Duration took) {
  public boolean succeeded() {
    return exitCode.isPresent() && exitCode.getAsInt() == 0;
  }
}
