package dev.fermata.runner.event;

import dev.fermata.planner.observed.Provisions;
import dev.fermata.runner.gate.GateReport;
import java.time.Duration;
import java.util.Optional;

/** How a step ended. */
public sealed interface Outcome {

  /** {@code provisions} are what a program beside the engine gave, mostly nothing. */
  record Done(Duration took, Provisions provisions) implements Outcome {
    public Done(Duration took) {
      this(took, Provisions.NONE);
    }
  }

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
