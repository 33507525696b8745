package dev.fermata.model.schema.shape;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.Optional;

/** What makes two items of a list the same thing: the later one replaces the earlier. */
public final class ItemKeys {
  public static final ItemKey VALUE = new ItemKey("value", ItemKeys::whole);
  static final ItemKey NAME = new ItemKey("value, or name before a `=`,", ItemKeys::name);
  public static final ItemKey PORT =
      new ItemKey("`host_ip`, `published`, `target` and `protocol`", ItemKeys::port);
  public static final ItemKey TARGET = new ItemKey("`target`", ItemKeys::target);
  public static final ItemKey PATH = new ItemKey("`path`", ItemKeys::path);

  private ItemKeys() {}

  private static String port(Node port) {
    return port instanceof Mapping ? binding(port) : alone(port);
  }

  private static String binding(Node port) {
    return part(port, "host_ip").orElse("0.0.0.0")
        + ":"
        + part(port, "published").orElse("")
        + ":"
        + part(port, "target").orElse("")
        + "/"
        + part(port, "protocol").orElse("tcp");
  }

  private static String name(Node node) {
    return whole(node).split("=", 2)[0];
  }

  private static String whole(Node node) {
    return node instanceof Scalar scalar ? scalar.text() : alone(node);
  }

  private static String target(Node node) {
    return part(node, "target").orElseGet(() -> alone(node));
  }

  private static String path(Node node) {
    return part(node, "path").orElseGet(() -> alone(node));
  }

  /** The place of a secret or config in the container. */
  public static ItemKey grant(String directory) {
    return new ItemKey(
        "`target`",
        node ->
            part(node, "target")
                .orElseGet(
                    () -> directory + "/" + part(node, "source").orElseGet(() -> alone(node))));
  }

  static String subnet(Node pool) {
    return part(pool, "subnet").orElse("");
  }

  private static Optional<String> part(Node node, String key) {
    return node instanceof Mapping mapping ? mapping.get(key).map(Nodes::text) : Optional.empty();
  }

  /** Something that is not understood is like nothing else. */
  private static String alone(Node node) {
    String text = Nodes.text(node);
    return text.isEmpty() ? node.span().toString() : text;
  }
}
