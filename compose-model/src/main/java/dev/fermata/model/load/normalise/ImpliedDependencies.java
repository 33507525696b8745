package dev.fermata.model.load.normalise;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.DependencyTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
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
import java.util.Set;

/**
 * Dependencies that follow from other attributes. Their condition stands in no file: its span names
 * the attribute, which is how {@link #source} finds it again.
 */
public final class ImpliedDependencies {
  private static final String IMPLIED_BY = "implied by ";
  private static final String SERVICE = "service:";

  private ImpliedDependencies() {}

  /** What a dependency follows from. */
  private record Origin(Attribute<?> attribute, Node node, Scalar restart) {
    static Origin restarting(Attribute<?> attribute, Node node) {
      return new Origin(attribute, node, Scalar.bool(true, place(attribute)));
    }

    static Origin plain(Attribute<?> attribute, Node node) {
      return new Origin(attribute, node, Scalar.bool(false, place(attribute)));
    }

    private static Span place(Attribute<?> attribute) {
      return Span.of(IMPLIED_BY + attribute);
    }

    Mapping.Entry dependency() {
      Span span = place(attribute);
      Mapping value =
          Mapping.empty(node.span())
              .with(DependencyTable.CONDITION.name(), DependencyTable.unwritten(span))
              .with(DependencyTable.RESTART.name(), restart)
              .with(DependencyTable.NEEDED.name(), Scalar.bool(true, span));
      return new Mapping.Entry(node.span(), value);
    }
  }

  static Mapping added(Mapping service) {
    Node old = WorkloadTable.DEPENDS_ON.nodeIn(service).orElse(Mapping.empty(Span.of("implied")));
    if (!(old instanceof Mapping written)) {
      return service;
    }
    var dependencies = new LinkedHashMap<>(written.entries());
    implied(service).forEach((name, origin) -> dependencies.putIfAbsent(name, origin.dependency()));
    return dependencies.isEmpty()
        ? service
        : WorkloadTable.DEPENDS_ON.setIn(service, written.withEntries(dependencies));
  }

  private static Map<String, Origin> implied(Mapping service) {
    var implied = new LinkedHashMap<String, Origin>();
    for (Node link : items(service, ServiceTable.LINKS)) {
      implied.putIfAbsent(name(link), Origin.restarting(ServiceTable.LINKS, link));
    }
    shared(service).forEach((name, origin) -> implied.putIfAbsent(name, origin));
    for (Node from : items(service, ContainerTable.VOLUMES_FROM)) {
      if (!Nodes.text(from).startsWith("container:")) {
        implied.putIfAbsent(
            Nodes.text(from).split(":", -1)[0], Origin.plain(ContainerTable.VOLUMES_FROM, from));
      }
    }
    return implied;
  }

  /** The services whose namespaces a service shares. */
  public static Set<String> sharedWith(Mapping service) {
    return shared(service).keySet();
  }

  private static Map<String, Origin> shared(Mapping service) {
    var shared = new LinkedHashMap<String, Origin>();
    for (Attribute<?> namespace : ContainerTable.namespaces()) {
      namespace
          .nodeIn(service)
          .filter(node -> Nodes.text(node).startsWith(SERVICE))
          .ifPresent(node ->
              shared.putIfAbsent(
                  Nodes.text(node).substring(SERVICE.length()),
                  Origin.restarting(namespace, node)));
    }
    return shared;
  }

  /** The attribute that a dependency follows from. */
  public static Optional<String> source(Mapping dependency) {
    return DependencyTable.CONDITION
        .nodeIn(dependency)
        .filter(node -> node instanceof Scalar scalar && scalar.isImplied())
        .filter(node -> !node.span().isWritten())
        .map(node -> node.span().source().name())
        .filter(name -> name.startsWith(IMPLIED_BY))
        .map(name -> name.substring(IMPLIED_BY.length()));
  }

  private static String name(Node link) {
    String[] parts = Nodes.text(link).split(":", -1);
    return parts.length == 2 ? parts[0] : Nodes.text(link);
  }

  private static List<Node> items(Mapping service, Attribute<?> attribute) {
    return attribute.nodeIn(service).orElse(null) instanceof Sequence sequence
        ? sequence.items()
        : List.of();
  }
}
