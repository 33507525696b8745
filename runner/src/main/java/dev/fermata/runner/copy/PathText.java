package dev.fermata.runner.copy;

import java.util.ArrayDeque;

/**
 * Paths as users write them, where the end counts: {@code dir/} is a folder, and {@code dir/.} what
 * it holds. They are texts, since paths of Java forget that.
 */
final class PathText {
  static final String CONTENTS = ".";

  private PathText() {}

  /** Without what means nothing, the end included. */
  static String clean(String path) {
    var parts = new ArrayDeque<String>();
    boolean isAbsolute = path.startsWith("/");
    for (String part : path.split("/", -1)) {
      boolean climbs = part.equals("..");
      if (climbs && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(CONTENTS) && !(climbs && isAbsolute)) {
        parts.addLast(part);
      }
    }
    String joined = (isAbsolute ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? CONTENTS : joined;
  }

  /** Whether it is what a folder holds that is meant. */
  static boolean isContents(String path) {
    return path.equals(CONTENTS) || path.endsWith("/.");
  }

  /** Whether it says that there is a folder. */
  static boolean isSaidToBeFolder(String path) {
    return path.endsWith("/") || isContents(path);
  }

  /** The last part: {@code .} for what a folder holds, {@code /} for everything. */
  static String name(String path) {
    if (isContents(path)) {
      return CONTENTS;
    }
    String clean = clean(path);
    return clean.equals("/") ? clean : clean.substring(clean.lastIndexOf('/') + 1);
  }

  /** What the last part is in; for what a folder holds, that folder. */
  static String parent(String path) {
    String clean = clean(path);
    if (isContents(path)) {
      return clean;
    }
    int slash = clean.lastIndexOf('/');
    if (slash < 0) {
      return CONTENTS;
    }
    return slash == 0 ? "/" : clean.substring(0, slash);
  }

  /** Where it is from a folder; its end stays as it was written. */
  static String in(String folder, String path) {
    String whole = clean(path.startsWith("/") ? path : folder + "/" + path);
    if (isContents(path)) {
      return whole.equals("/") ? "/." : whole + "/.";
    }
    return path.endsWith("/") && !whole.equals("/") ? whole + "/" : whole;
  }

  /** Another path with the end of this one: where a link leads that was written as a folder. */
  static String withEndOf(String path, String other) {
    if (isContents(path) && !isContents(other)) {
      return other + "/.";
    }
    return path.endsWith("/") && !other.endsWith("/") ? other + "/" : other;
  }
}
