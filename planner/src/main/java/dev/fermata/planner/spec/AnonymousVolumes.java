package dev.fermata.planner.spec;

/** What becomes of the anonymous volumes of a removed container. */
public enum AnonymousVolumes {
  KEEP,
  REMOVE
}
