package dev.fermata.model.load.normalise;

import dev.fermata.model.schema.service.DependencyTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Dependencies that follow from other attributes. Their condition stands in no file: its span names
 * the attribute, which is how {@link #source} finds it again.
 */
public final class ImpliedDependencies {
  private static final String IMPLIED_BY = "implied by ";
  private static final String SERVICE = "service:";
  private static final List<String> NAMESPACES =
      List.of("network_mode", "ipc", "pid", "uts", "cgroup");

  private ImpliedDependencies() {}

  /** What a dependency follows from. */
  private record Origin(String attribute, Node node, Scalar restart) {
    static Origin restarting(String attribute, Node node) {
      return new Origin(attribute, node, Scalar.bool(true, place(attribute)));
    }

    static Origin plain(String attribute, Node node) {
      return new Origin(attribute, node, Scalar.bool(false, place(attribute)));
    }

    private static Span place(String attribute) {
      return Span.of(IMPLIED_BY + attribute);
    }

    Mapping.Entry dependency() {
      Span span = place(attribute);
      Mapping value =
          Mapping.empty(node.span())
              .with("condition", DependencyTable.unwritten(span))
              .with("restart", restart)
              .with("required", Scalar.bool(true, span));
      return new Mapping.Entry(node.span(), value);
    }
  }

  static Mapping added(Mapping service) {
    Node old = service.get("depends_on").orElse(Mapping.empty(Span.of("implied")));
    if (!(old instanceof Mapping written)) {
      return service;
    }
    var dependencies = new LinkedHashMap<>(written.entries());
    implied(service).forEach((name, origin) -> dependencies.putIfAbsent(name, origin.dependency()));
    return dependencies.isEmpty()
        ? service
        : service.with("depends_on", written.withEntries(dependencies));
  }

  private static Map<String, Origin> implied(Mapping service) {
    var implied = new LinkedHashMap<String, Origin>();
    for (Node link : items(service, "links")) {
      implied.putIfAbsent(name(link), Origin.restarting("links", link));
    }
    for (String namespace : NAMESPACES) {
      service
          .get(namespace)
          .filter(node -> Nodes.text(node).startsWith(SERVICE))
          .ifPresent(node ->
              implied.putIfAbsent(
                  Nodes.text(node).substring(SERVICE.length()),
                  Origin.restarting(namespace, node)));
    }
    for (Node from : items(service, "volumes_from")) {
      if (!Nodes.text(from).startsWith("container:")) {
        implied.putIfAbsent(Nodes.text(from).split(":", -1)[0], Origin.plain("volumes_from", from));
      }
    }
    return implied;
  }

  /** The attribute that a dependency follows from. */
  public static Optional<String> source(Mapping dependency) {
    return dependency
        .get("condition")
        .filter(node -> node instanceof Scalar scalar && scalar.isImplied())
        .map(node -> node.span().source())
        .filter(source -> source.text().isEmpty())
        .map(source -> source.name().substring(IMPLIED_BY.length()));
  }

  private static String name(Node link) {
    String[] parts = Nodes.text(link).split(":", -1);
    return parts.length == 2 ? parts[0] : Nodes.text(link);
  }

  private static List<Node> items(Mapping service, String key) {
    return service.get(key).orElse(null) instanceof Sequence sequence
        ? sequence.items()
        : List.of();
  }
}
