package dev.fermata.runner.event;

import java.time.Duration;

/** How a step ended. */
public sealed interface Outcome {

  record Done(Duration took) implements Outcome {}

  record Failed(Failure failure, Duration took) implements Outcome {}

  /** Not begun, because of the step that failed. */
  record Skipped(int because) implements Outcome {}

  /** Not begun or cut short, because the run was cancelled. */
  record Cancelled() implements Outcome {}
}
