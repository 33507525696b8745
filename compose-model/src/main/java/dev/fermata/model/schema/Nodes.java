package dev.fermata.model.schema;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.MergeTag;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions about nodes that know nothing of attributes. */
public final class Nodes {
  private Nodes() {}

  public static String describe(Node node) {
    return switch (node) {
      case Mapping mapping -> "a mapping";
      case Sequence sequence -> "a list";
      case Faulty faulty -> "a mistake";
      case Scalar scalar ->
          switch (scalar.kind()) {
            case STRING -> "a text";
            case INTEGER, FLOAT -> "a number";
            case BOOLEAN -> "a boolean";
            case DATE -> "a date";
            case NULL -> "nothing";
          };
    };
  }

  public static boolean isSound(Node node) {
    return !(node instanceof Faulty);
  }

  public static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  public static boolean isText(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING;
  }

  /** The text of a scalar, empty for anything else. */
  public static String text(Node node) {
    return node instanceof Scalar scalar ? scalar.text() : "";
  }

  /** Equal in value, wherever the nodes stand. */
  public static boolean same(Node a, Node b) {
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.kind() == y.kind() && x.text().equals(y.text());
    }
    if (a instanceof Sequence x && b instanceof Sequence y) {
      return sameItems(x.items(), y.items());
    }
    return a instanceof Mapping x && b instanceof Mapping y && sameEntries(x, y);
  }

  private static boolean sameItems(List<Node> a, List<Node> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(Mapping a, Mapping b) {
    return a.entries().keySet().equals(b.entries().keySet())
        && a.entries().keySet().stream().allMatch(key -> sameAt(key, a, b));
  }

  private static boolean sameAt(String key, Mapping a, Mapping b) {
    return a.get(key).flatMap(x -> b.get(key).map(y -> same(x, y))).orElse(false);
  }

  /** What is left when the user's tags are obeyed where there is nothing below them. */
  public static Node withoutTags(Node node) {
    Node bare = node.withTag(MergeTag.NONE);
    return switch (bare) {
      case Mapping mapping -> mapping.withEntries(kept(mapping));
      case Sequence sequence -> {
        var items = new ArrayList<Node>();
        for (Node item : sequence.items()) {
          if (item.tag() != MergeTag.RESET) {
            items.add(withoutTags(item));
          }
        }
        yield sequence.withItems(items);
      }
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }

  private static Map<String, Mapping.Entry> kept(Mapping mapping) {
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (entry.value().tag() != MergeTag.RESET) {
            entries.put(key, entry.withValue(withoutTags(entry.value())));
          }
        });
    return entries;
  }
}
