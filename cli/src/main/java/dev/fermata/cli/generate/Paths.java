package dev.fermata.cli.generate;

import java.nio.file.Path;
import java.util.Optional;

/** Paths of the host, as a file in a folder would have them. */
final class Paths {
  private Paths() {}

  /** Relative where it is in the folder. */
  static String from(Optional<Path> folder, String path) {
    return folder
        .filter(it -> Path.of(path).startsWith(it))
        .map(it -> it.relativize(Path.of(path)).toString())
        .map(below -> below.isEmpty() ? "." : "./" + below)
        .orElse(path);
  }
}
