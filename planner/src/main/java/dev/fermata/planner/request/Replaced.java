package dev.fermata.planner.request;

/** What becomes of images whose name a newer build took. */
public enum Replaced {
  KEPT,
  /** They are kept, and the user is told where a build made some. */
  TOLD,
  /** All of the project, of earlier builds as well; those in use are kept. */
  REMOVED
}
