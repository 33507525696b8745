package dev.fermata.model.schema.attribute;

/** How a relative path of an attribute becomes absolute. */
public enum PathRule {
  /** A file of the client. */
  FILE,
  /** A build context: URLs and the names of other builds stay. */
  CONTEXT,
  /** A build: what the client reads of its context by name, beside what it sends. */
  BUILD,
  /** A file that a container or a build is given: absolute Windows paths stay as well. */
  GRANT,
  /** Security options: a profile is a file of the client, and stays as it is written. */
  SECURITY,
  /** A path of the engine's host: absolute Windows paths stay as well. */
  HOST,
  /** {@link #HOST} where the mount is a bind. */
  BIND_SOURCE,
  /** {@link #HOST} for the {@code device} of a local volume that is a bind. */
  BIND_OPTIONS
}
