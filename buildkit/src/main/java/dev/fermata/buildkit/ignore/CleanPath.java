package dev.fermata.buildkit.ignore;

import java.util.ArrayDeque;

/** The shortest way to write a path: as Go's {@code filepath.Clean}. */
public final class CleanPath {
  private CleanPath() {}

  /** Of nothing, {@code .}; a slash in front stays, and nothing is above it. */
  public static String of(String path) {
    boolean rooted = path.startsWith("/");
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/+", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (!part.equals("..")) {
        parts.addLast(part);
      } else if (!parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!rooted) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }
}
