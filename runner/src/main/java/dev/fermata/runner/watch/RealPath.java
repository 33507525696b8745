package dev.fermata.runner.watch;

import java.io.IOException;
import java.nio.file.Path;

/** Paths without links, as far as they are there. */
final class RealPath {
  private RealPath() {}

  static Path of(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    try {
      return whole.toRealPath();
    } catch (IOException absent) {
      Path parent = whole.getParent();
      return parent == null ? whole : of(parent).resolve(whole.getFileName());
    }
  }
}
