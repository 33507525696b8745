package dev.fermata.model.schema;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Nodes made of parts of a text: they keep its place. */
final class Parts {
  private final Span span;
  private final Map<String, Mapping.Entry> entries = new LinkedHashMap<>();

  private Parts(Span span) {
    this.span = span;
  }

  /** The text from {@code from} to {@code to} of a scalar. */
  static Scalar of(Scalar scalar, int from, int to) {
    return Scalar.string(
        scalar.text().substring(from, to), ScalarShape.part(scalar, from, Math.max(1, to - from)));
  }

  static Parts at(Span span) {
    return new Parts(span);
  }

  Parts put(String key, Node value) {
    entries.put(key, new Mapping.Entry(span, value));
    return this;
  }

  Parts put(String key, String value) {
    return put(key, Scalar.string(value, span));
  }

  Parts put(String key, Optional<String> value) {
    value.ifPresent(text -> put(key, text));
    return this;
  }

  /** Puts {@code true}, or nothing. */
  Parts putIf(boolean value, String key) {
    return value ? put(key, Scalar.bool(true, span)) : this;
  }

  Mapping mapping() {
    return Mapping.of(entries, span);
  }
}
