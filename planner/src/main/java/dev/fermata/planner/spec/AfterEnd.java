package dev.fermata.planner.spec;

/** What becomes of a container that is made for one run when it has ended. */
public enum AfterEnd {
  KEPT,
  REMOVED
}
