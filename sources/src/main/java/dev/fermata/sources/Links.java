package dev.fermata.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where paths really lead. */
final class Links {
  /** As many as Linux follows. */
  private static final int MOST = 40;

  private Links() {}

  /**
   * A path with all links followed: of what is not there as far as it is, and a link to something
   * that is not there to where that would be.
   */
  static Path follow(Path path) {
    return follow(path, MOST);
  }

  private static Path follow(Path path, int left) {
    Path parent = path.getParent();
    if (parent == null) {
      return path;
    }
    try {
      if (Files.exists(path)) {
        return path.toRealPath();
      }
      Path folder = follow(parent, left);
      if (Files.isSymbolicLink(path) && left > 0) {
        return follow(folder.resolve(Files.readSymbolicLink(path)).normalize(), left - 1);
      }
      return folder.resolve(path.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot follow " + path, e);
    }
  }
}
