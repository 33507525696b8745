package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

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

  /** How many values a tree has; those that are shared count at each place. */
  public static long count(Node node) {
    return switch (node) {
      case Mapping mapping ->
          1 + mapping.entries().values().stream().mapToLong(e -> count(e.value())).sum();
      case Sequence sequence -> 1 + sequence.items().stream().mapToLong(Nodes::count).sum();
      case Scalar scalar -> 1;
      case Faulty faulty -> 1;
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

  /** The same for messages, which knows what of it may be secret. */
  public static Quote quote(Node node) {
    return node instanceof Scalar scalar ? scalar.quote() : Quote.name("");
  }

  /** One of a list; of what is no list, the text itself. */
  public static Quote quoteItem(Node node, int index) {
    return node instanceof Sequence list ? quote(list.items().get(index)) : quote(node);
  }

  /** Equal in value, wherever the nodes stand. */
  public static boolean same(Node a, Node b) {
    return value(a).equals(value(b));
  }

  /** What a node says, wherever it stands, to compare by; a mistake is like nothing else. */
  public static Object value(Node node) {
    return switch (node) {
      case Scalar scalar -> List.of(scalar.kind(), scalar.text());
      case Sequence sequence -> sequence.items().stream().map(Nodes::value).toList();
      case Mapping mapping -> {
        var values = new HashMap<String, Object>();
        mapping.entries().forEach((key, entry) -> values.put(key, value(entry.value())));
        yield values;
      }
      case Faulty faulty -> new Object();
    };
  }

  /** What is left when the user's tags are obeyed where there is nothing below them. */
  public static Node withoutTags(Node node) {
    Node bare = node.withTag(MergeTag.NONE);
    return switch (bare) {
      case Mapping mapping -> mapping.mapPresent((key, value) -> left(value));
      case Sequence sequence -> sequence.mapPresent(Nodes::left);
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }

  private static Optional<Node> left(Node value) {
    return value.tag() == MergeTag.RESET ? Optional.empty() : Optional.of(withoutTags(value));
  }
}
