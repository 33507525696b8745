package dev.fermata.planner.conflict;

import dev.fermata.model.Service;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where in the files the parts of a service stand; what came by a flag has no place. */
public final class SourceSpans {
  private SourceSpans() {}

  public static List<Span> of(Service service, String... path) {
    return node(service.definition().tree(), path).map(Node::span).filter(Span::isWritten).stream()
        .toList();
  }

  /** What the file says there, as messages show it; empty where it says nothing. */
  static Quote quote(Mapping tree, String... path) {
    return node(tree, path).map(Nodes::quote).orElse(Quote.name(""));
  }

  private static Optional<Node> node(Mapping tree, String... path) {
    Optional<Node> node = Optional.of(tree);
    for (String key : path) {
      node =
          node.flatMap(it -> it instanceof Mapping mapping ? mapping.get(key) : Optional.empty());
    }
    return node;
  }

  /** The item of {@code ports} that publishes this port or range. */
  static List<Span> ofPort(Service service, String published) {
    List<Node> ports =
        service.definition().tree().get("ports").orElse(null) instanceof Sequence sequence
            ? sequence.items()
            : List.of();
    return ports.stream()
        .filter(port -> publishes(port, published))
        .map(Node::span)
        .filter(Span::isWritten)
        .limit(1)
        .toList();
  }

  private static boolean publishes(Node port, String published) {
    return port instanceof Mapping mapping
        && mapping.get("published").orElse(null) instanceof Scalar scalar
        && scalar.text().equals(published);
  }

  static List<Span> joined(List<Span> one, List<Span> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
