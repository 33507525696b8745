package dev.fermata.planner.observed;

import java.time.Instant;
import java.util.Optional;

/**
 * The last life of a container that did its work and ended, and what has become since of the files
 * of this machine that it mounts. {@code files} is empty where all are as they were.
 */
public record EndedJob(Instant started, Instant ended, Optional<FileChange> files) {

  /** What a look at the mounted files found; {@code path} is a file, or the mount itself. */
  public record FileChange(Kind kind, String path) {}

  /** Where a look ends in doubt, the files count as changed. */
  public enum Kind {
    CHANGED,
    GONE,
    TOO_MANY,
    UNREADABLE,
    /** The engine is on another machine. */
    ELSEWHERE
  }
}
