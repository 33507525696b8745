package dev.fermata.runner.gate;

/** How waiting at a gate ended. */
public sealed interface GateResult {

  record Opened() implements GateResult {}

  record Shut(GateReport report) implements GateResult {}

  /** The run was cancelled meanwhile; the report says what was seen until then. */
  record Left(GateReport report) implements GateResult {}
}
