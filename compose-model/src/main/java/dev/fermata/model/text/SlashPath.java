package dev.fermata.model.text;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths with slashes, whatever the machine. */
public final class SlashPath {
  private SlashPath() {}

  /** Without {@code .}, {@code ..} and repeated slashes. */
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      boolean climbs = name.equals("..");
      if (climbs && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!climbs || !rooted) {
        names.addLast(name);
      }
    }
    String joined = String.join("/", names);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }

  /** {@code path} seen from {@code directory}. */
  public static String join(String directory, String path) {
    return path.startsWith("/") ? clean(path) : clean(directory + "/" + path);
  }
}
