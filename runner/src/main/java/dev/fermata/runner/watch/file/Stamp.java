package dev.fermata.runner.watch.file;

import dev.fermata.runner.copy.LocalAttributes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** By what a change of a file shows, where nobody told of it. */
record Stamp(LocalAttributes.Kind kind, String key, long size, Instant changed, boolean settled) {
  /** Within such a time a file may change twice and have the same time of change. */
  private static final Duration TICK = Duration.ofMillis(100);

  /** Empty where there is nothing. */
  static Optional<Stamp> of(Path path) {
    try {
      var now = LocalAttributes.of(path);
      boolean settled = now.changed().plus(TICK).isBefore(Instant.now());
      return Optional.of(new Stamp(now.kind(), now.key(), now.size(), now.changed(), settled));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      // A parent is no folder any more, or may not be entered: what is there is none of ours.
      return Optional.empty();
    }
  }

  boolean isFolder() {
    return kind == LocalAttributes.Kind.FOLDER;
  }

  /** Whether it is still what it was; a doubt counts as a change. */
  boolean isAsBefore(Stamp before) {
    return before.settled
        && kind == before.kind
        && key.equals(before.key)
        && size == before.size
        && changed.equals(before.changed);
  }
}
