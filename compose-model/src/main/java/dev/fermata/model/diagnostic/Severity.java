package dev.fermata.model.diagnostic;

/** How much a diagnostic weighs: a project with an error is never planned. */
public enum Severity {
  ERROR,
  WARNING
}
