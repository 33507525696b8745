package dev.fermata.model.text;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A cache as files write it: {@code type=local,src=dir}, or an image of a registry alone. */
public record CacheText(String type, SortedMap<String, String> attributes) {
  private static final String REGISTRY = "registry";

  public CacheText {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  public static CacheText of(String text) {
    var attributes = new TreeMap<String, String>();
    if (!text.contains("=")) {
      attributes.put("ref", text);
      return new CacheText(REGISTRY, attributes);
    }
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        attributes.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    String type = attributes.remove("type");
    return new CacheText(type == null ? REGISTRY : type, attributes);
  }
}
