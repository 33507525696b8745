package dev.fermata.runner.event;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.gate.GateReport;
import java.util.List;

/** Why a step failed. */
public sealed interface Failure {

  /** The engine refused. */
  record Refused(EngineException cause) implements Failure {}

  /**
   * A hook did not end well; {@code said} are its last lines, {@code hint} what to do, if anything.
   */
  record HookFailed(String message, List<String> said, String hint) implements Failure {
    public HookFailed {
      said = List.copyOf(said);
    }
  }

  /**
   * Another command has changed the same thing meanwhile: what the step was about is not as it was
   * seen. A new plan from a new look is the way on.
   */
  record Overtaken(EngineException cause) implements Failure {}

  /** A gate did not open: the whole story. */
  record GateShut(GateReport report) implements Failure {}
}
