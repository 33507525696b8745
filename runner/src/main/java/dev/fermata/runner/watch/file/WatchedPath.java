package dev.fermata.runner.watch.file;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A file or folder whose changes are wanted; it need not be there yet. Whatever is below a folder
 * that {@code leavesOut} is not looked at. The path is absolute and has no link in it, as far as it
 * is there.
 */
public record WatchedPath(Path path, Predicate<Path> leavesOut) {

  /** Whether something in the folder may be wanted, now or when it is made. */
  boolean reaches(Path folder) {
    return isBelow(folder) ? !leavesOut.test(folder) : path.startsWith(folder);
  }

  /** Whether it is this path or one below. */
  boolean isBelow(Path other) {
    return other.startsWith(path);
  }
}
