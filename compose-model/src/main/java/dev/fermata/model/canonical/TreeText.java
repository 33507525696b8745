package dev.fermata.model.canonical;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;

/** A node on one line: a single value as it is, more in brackets. */
final class TreeText {
  private TreeText() {}

  static String of(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.isNull() ? "" : scalar.text();
      case Faulty faulty -> "";
      case Sequence sequence -> {
        var items = new ArrayList<String>();
        sequence.items().forEach(item -> items.add(quoted(item)));
        yield "[" + String.join(", ", items) + "]";
      }
      case Mapping mapping -> {
        var entries = new ArrayList<String>();
        mapping.entries().forEach((key, entry) -> entries.add(key + ": " + quoted(entry.value())));
        yield "{" + String.join(", ", entries) + "}";
      }
    };
  }

  /** Text inside of brackets is quoted, so that no two values read the same. */
  private static String quoted(Node node) {
    if (!Nodes.isText(node)) {
      return Nodes.isNull(node) ? "null" : of(node);
    }
    return '"' + Nodes.text(node).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
