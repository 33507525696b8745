package dev.fermata.runner.engine.file;

/** Whom files belong to that are written into a container. */
public enum Owners {
  /** Those of the archive. */
  OF_ARCHIVE,
  /** The user of the container, where it has one. */
  OF_CONTAINER
}
