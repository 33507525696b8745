package dev.fermata.model.source;

import java.util.ArrayList;
import java.util.List;

/** A place in a document: {@code services.web.ports[0]}. */
public record Path(List<String> segments) {
  public static final Path ROOT = new Path(List.of());

  public Path {
    segments = List.copyOf(segments);
  }

  public static Path of(String... segments) {
    return new Path(List.of(segments));
  }

  public Path key(String key) {
    var longer = new ArrayList<>(segments);
    longer.add(key);
    return new Path(longer);
  }

  public Path index(int index) {
    return key("[" + index + "]");
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (String segment : segments) {
      if (!text.isEmpty() && !segment.startsWith("[")) {
        text.append('.');
      }
      text.append(segment);
    }
    return text.toString();
  }
}
