package dev.fermata.runner;

import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Report;
import java.util.Optional;

/**
 * How an attached {@code up} ended. {@code up} is the report of bringing it up, {@code stop} that
 * of stopping it where it was stopped; {@code decisive} the container whose end decided, or whose
 * exit code the user asked for.
 */
public record AttachedEnd(
    Why why, Report up, Optional<Report> stop, Optional<Event.ContainerEnded> decisive) {

  /** What ended it. */
  public enum Why {
    /** It did not come up; what was started stays. */
    UP_FAILED,
    ALL_ENDED,
    /** A container ended, and the user asked to stop then. */
    ABORTED,
    CANCELLED
  }

  /** The exit code of the container that decides; 0 where none does. */
  public int exitCode() {
    return decisive.map(Event.ContainerEnded::exitCode).orElse(0);
  }
}
