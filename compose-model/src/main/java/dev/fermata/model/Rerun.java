package dev.fermata.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a job that others wait for, and that has ended well, runs again: {@code x-fermata: {rerun:
 * ...}} of its service.
 */
public enum Rerun {
  ALWAYS,
  /** When something that it can see has changed since it ended. */
  CHANGED,
  NEVER;

  /** As in a Compose file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Rerun> of(String text) {
    return Stream.of(values()).filter(rerun -> rerun.text().equals(text)).findFirst();
  }
}
