package dev.fermata.model.builder;

import dev.fermata.model.Value;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Decimals;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.MergeTag;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What values of Java are in a document. The place of each is its path in there. */
final class JavaValues {
  private JavaValues() {}

  /** {@code path} is such as {@code services.web.ports[0]}. */
  static Node node(Object value, String path) {
    Span place = Span.of(path);
    return switch (value) {
      case Node node -> node;
      case String text -> Scalar.string(text, place);
      case Value.Plain plain -> Scalar.string(plain.text(), place);
      case Value.Sensitive secret -> Scalar.secret(secret.reveal(), place);
      case Boolean flag -> Scalar.bool(flag, place);
      case Integer number -> Scalar.integer(number, place);
      case Long number -> Scalar.integer(number, place);
      case Double number -> decimal(number, place);
      case Duration duration -> Scalar.string(duration.toNanos() + "ns", place);
      case List<?> items -> sequence(items, path);
      case Map<?, ?> entries -> mapping(entries, path);
      default ->
          throw new IllegalArgumentException(
              "`%s` cannot be a `%s`: give a text, a number, a boolean, a duration, a list or a map"
                  .formatted(path, value.getClass().getSimpleName()));
    };
  }

  private static Scalar decimal(double number, Span place) {
    String text = Decimals.text(number);
    return new Scalar(Scalar.Kind.FLOAT, text, text, false, place, MergeTag.NONE, History.NONE);
  }

  private static Sequence sequence(List<?> items, String path) {
    var nodes = new ArrayList<Node>();
    for (Object item : items) {
      nodes.add(node(item, path + "[" + nodes.size() + "]"));
    }
    return Sequence.of(nodes, Span.of(path));
  }

  private static Mapping mapping(Map<?, ?> entries, String path) {
    Mapping mapping = Mapping.empty(Span.of(path));
    for (Map.Entry<?, ?> entry : inOrder(entries).entrySet()) {
      String key = entry.getKey().toString();
      mapping = mapping.with(key, node(entry.getValue(), path + "." + key));
    }
    return mapping;
  }

  /** A map without an order of its own gets one, so that the same project says the same. */
  private static Map<?, ?> inOrder(Map<?, ?> entries) {
    if (entries instanceof SequencedMap || entries instanceof SortedMap) {
      return entries;
    }
    var sorted = new TreeMap<String, Object>();
    entries.forEach((key, value) -> sorted.put(key.toString(), value));
    return sorted;
  }
}
