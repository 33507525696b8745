package dev.fermata.model.schema;

/** How a relative path of an attribute becomes absolute. */
public enum PathRule {
  /** A file of the client. */
  FILE,
  /** A build context: URLs and the names of other builds stay. */
  CONTEXT,
  /** A path of the engine's host: absolute Windows paths stay as well. */
  HOST,
  /** {@link #HOST} where the mount is a bind. */
  BIND_SOURCE,
  /** {@link #HOST} for the {@code device} of a local volume that is a bind. */
  BIND_OPTIONS
}
