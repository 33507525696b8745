package dev.fermata.runner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.Problem;
import dev.fermata.runner.event.Report;
import java.util.List;

/** How an attached {@code up} ended. */
public sealed interface AttachedEnd {

  /** There was no plan for it, and nothing was changed. */
  record Refused(List<Problem> problems) implements AttachedEnd {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** {@code up} is the report of bringing it up. */
  record Ended(Why why, Report up, Exit exit) implements AttachedEnd {}

  /** What ended it. */
  public enum Why {
    /** It did not come up; what was started stays. */
    UP_FAILED,
    ALL_ENDED,
    /** A container ended, and the user asked to stop then. */
    ABORTED,
    CANCELLED,
    /** The user has left what runs to itself. */
    LEFT
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
