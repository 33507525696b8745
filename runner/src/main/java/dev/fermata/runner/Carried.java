package dev.fermata.runner;

import dev.fermata.runner.event.Failure;
import dev.fermata.runner.gate.GateReport;

/** How the action of a step ended. */
sealed interface Carried {
  Carried OUT = new Out();

  record Out() implements Carried {}

  record Failed(Failure failure) implements Carried {}

  /** A gate was left, since the run was cancelled meanwhile. */
  record Left(GateReport report) implements Carried {}
}
