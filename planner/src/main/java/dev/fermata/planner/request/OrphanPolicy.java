package dev.fermata.planner.request;

/** What becomes of containers of services that the project no longer has. */
public enum OrphanPolicy {
  /** They stay, and the plan says so. */
  NOTE,
  IGNORE,
  REMOVE
}
