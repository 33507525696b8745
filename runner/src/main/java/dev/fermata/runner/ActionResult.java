package dev.fermata.runner;

import dev.fermata.planner.observed.Provisions;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.gate.GateReport;

/** How the action of a step ended. */
sealed interface ActionResult {
  ActionResult DONE = new Done(Provisions.NONE);

  record Done(Provisions provisions) implements ActionResult {}

  record Failed(Failure failure) implements ActionResult {}

  /** A gate was left, since the run was cancelled meanwhile. */
  record Left(GateReport report) implements ActionResult {}
}
