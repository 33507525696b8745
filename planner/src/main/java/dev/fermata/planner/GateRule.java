package dev.fermata.planner;

/** When a gate opens. */
public enum GateRule {
  /** Every container is healthy; having no healthcheck at all is a failure. */
  HEALTHY,
  /** Every container ended with exit code 0. */
  COMPLETED,
  /** Healthy where there is a healthcheck, in the file or in the image; else started. */
  READY,
  /**
   * What {@code --wait} asks: as READY, and a job that ended with exit code 0 is a success as well.
   */
  READY_OR_COMPLETED
}
