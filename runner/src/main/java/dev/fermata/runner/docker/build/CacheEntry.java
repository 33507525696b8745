package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.Solve;
import java.util.TreeMap;

/** A cache as files have it: {@code type=local,src=dir}, or an image of a registry alone. */
final class CacheEntry {
  private static final String REGISTRY = "registry";

  private CacheEntry() {}

  static Solve.Entry of(String text) {
    var attributes = new TreeMap<String, String>();
    if (!text.contains("=")) {
      attributes.put("ref", text);
      return new Solve.Entry(REGISTRY, attributes);
    }
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        attributes.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    String type = attributes.remove("type");
    return new Solve.Entry(type == null ? REGISTRY : type, attributes);
  }
}
