package dev.fermata.planner.build;

/** A cache as files write it: a reference, or {@code type=TYPE,KEY=VALUE...}. */
final class CacheText {
  private static final String TYPE = "type=";

  private CacheText() {}

  static String type(String cache) {
    for (String part : cache.split(",", -1)) {
      if (part.strip().startsWith(TYPE)) {
        return part.strip().substring(TYPE.length());
      }
    }
    return "registry";
  }
}
