package dev.fermata.model.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a document: {@code services.web.ports[0]}. Going one step down copies nothing. */
public final class Path {
  public static final Path ROOT = new Path(null, "");

  private final @Nullable Path parent;
  private final String last;

  private Path(@Nullable Path parent, String last) {
    this.parent = parent;
    this.last = last;
  }

  public static Path of(String... segments) {
    Path path = ROOT;
    for (String segment : segments) {
      path = path.key(segment);
    }
    return path;
  }

  public Path key(String key) {
    return new Path(this, key);
  }

  public Path index(int index) {
    return key("[" + index + "]");
  }

  public List<String> segments() {
    Deque<String> segments = new ArrayDeque<>();
    for (Path path = this; path.parent != null; path = path.parent) {
      segments.addFirst(path.last);
    }
    return List.copyOf(segments);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Path path && segments().equals(path.segments());
  }

  @Override
  public int hashCode() {
    return segments().hashCode();
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (String segment : segments()) {
      if (!text.isEmpty() && !segment.startsWith("[")) {
        text.append('.');
      }
      text.append(segment);
    }
    return text.toString();
  }
}
