package dev.fermata.runner.event;

import dev.fermata.runner.gate.GateReport;
import java.time.Duration;
import java.util.Optional;

/** How a step ended. */
public sealed interface Outcome {

  record Done(Duration took) implements Outcome {}

  record Failed(Failure failure, Duration took) implements Outcome {}

  /** Not begun, because of the step that failed. */
  record Skipped(int because) implements Outcome {}

  /**
   * Not begun or cut short, because the run was cancelled; where that was a wait, {@code left} says
   * what was seen until then.
   */
  record Cancelled(Optional<GateReport> left) implements Outcome {
    public Cancelled() {
      this(Optional.empty());
    }
  }
}
