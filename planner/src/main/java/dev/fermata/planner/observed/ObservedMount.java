package dev.fermata.planner.observed;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A mount of a container: its type as the engine says it, the volume's name where it is one. */
public record ObservedMount(String type, Optional<String> volume, String source, String target) {
  /** The engine's names for volumes that nobody named. */
  private static final Predicate<String> UNNAMED =
      Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

  /** The volume, where nobody named it: the file or the image wants one, whichever. */
  public Optional<String> anonymousVolume() {
    return volume.filter(UNNAMED);
  }
}
