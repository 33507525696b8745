package dev.fermata.runner;

import dev.fermata.model.ServiceName;
import dev.fermata.runner.event.Report;
import java.util.Optional;

/**
 * How an attached {@code up} ended. {@code up} is the report of bringing it up, {@code stop} that
 * of stopping it where it was stopped.
 */
public record AttachedEnd(Why why, Report up, Optional<Report> stop, Exit exit) {

  /** What ended it. */
  public enum Why {
    /** It did not come up; what was started stays. */
    UP_FAILED,
    ALL_ENDED,
    /** A container ended, and the user asked to stop then. */
    ABORTED,
    CANCELLED
  }

  /** The exit code that the containers give to the command, and where it is from. */
  public sealed interface Exit {
    int code();

    /** No container was asked for its code. */
    record Nobodys() implements Exit {
      @Override
      public int code() {
        return 0;
      }
    }

    record Of(String container, int code) implements Exit {}

    /** The service that was to give the code never ended: that is no success. */
    record Missing(ServiceName service) implements Exit {
      @Override
      public int code() {
        return 1;
      }
    }
  }
}
