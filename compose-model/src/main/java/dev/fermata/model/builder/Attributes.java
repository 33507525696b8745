package dev.fermata.model.builder;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;

/**
 * The attributes of a part of the document, as a Compose file names and writes them, in their short
 * or their long form. Whether there are such attributes, the load says.
 */
public final class Attributes {
  private final String path;
  private Mapping mapping;

  /** A part by itself, whose place in a document {@code path} says. */
  public static Attributes of(String path) {
    return new Attributes(path);
  }

  Attributes(String path) {
    this.path = path;
    this.mapping = Mapping.empty(Span.of(path));
  }

  /**
   * Sets an attribute to a text, a number, a boolean, a {@link java.time.Duration}, a {@link
   * dev.fermata.model.Value}, or a list or a map of these.
   */
  public Attributes set(String attribute, Object value) {
    mapping = mapping.with(attribute, JavaValues.node(value, path + "." + attribute));
    return this;
  }

  /** Adds to an attribute that is a list. */
  Attributes add(String attribute, Object item) {
    var items = new ArrayList<Node>();
    if (mapping.get(attribute).orElse(null) instanceof Sequence before) {
      items.addAll(before.items());
    }
    items.add(JavaValues.node(item, path + "." + attribute + "[" + items.size() + "]"));
    return set(attribute, items);
  }

  /** Adds to an attribute that is a mapping. */
  Attributes put(String attribute, String key, Object value) {
    String below = path + "." + attribute;
    Mapping before =
        mapping.get(attribute).orElse(null) instanceof Mapping already
            ? already
            : Mapping.empty(Span.of(below));
    return set(attribute, before.with(key, JavaValues.node(value, below + "." + key)));
  }

  public Mapping mapping() {
    return mapping;
  }
}
