package dev.fermata.runner.event;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.gate.GateReport;

/** Why a step failed. */
public sealed interface Failure {

  /** The engine refused. */
  record Refused(EngineException cause) implements Failure {}

  /** A gate did not open: the whole story. */
  record GateShut(GateReport report) implements Failure {}
}
