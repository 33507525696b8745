package dev.fermata.model.provenance;

import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable of a service's container, with what was said of it elsewhere and did not count. It has
 * no value where only its name is given and nothing sets it: the container then goes without it.
 * What may be secret is masked.
 */
public record ContainerVariable(
    String name, Optional<String> shown, Origin origin, List<Shadow> shadowed) {

  /** A value that did not count, and its place. */
  public record Shadow(String shown, Span place) {}

  public ContainerVariable {
    shadowed = List.copyOf(shadowed);
  }

  /** All of a service, by name. */
  public static List<ContainerVariable> of(Mapping service) {
    if (!(ContainerTable.ENVIRONMENT.nodeIn(service).orElse(null) instanceof Mapping environment)) {
      return List.of();
    }
    return environment.entries().entrySet().stream()
        .map(entry -> variable(entry.getKey(), entry.getValue().value()))
        .toList();
  }

  private static ContainerVariable variable(String name, Node node) {
    Optional<String> shown =
        node instanceof Scalar scalar && !scalar.isNull()
            ? Optional.of(Masking.shown(name, scalar))
            : Optional.empty();
    Origin origin =
        shown.isPresent() ? Origin.of(node) : Origin.of(node).withManner(Origin.Manner.NAMED);
    return new ContainerVariable(name, shown, origin, shadowed(name, origin));
  }

  /** Other values of the variable itself: those of variables in its text are none. */
  private static List<Shadow> shadowed(String name, Origin origin) {
    var shadowed = new ArrayList<Shadow>();
    if (origin.manner() == Origin.Manner.NAMED) {
      origin
          .draws()
          .forEach(draw -> draw.assignment().ifPresent(found -> addHidden(name, found, shadowed)));
    }
    for (Node replaced : origin.replaced()) {
      String shown =
          replaced instanceof Scalar scalar && !Nodes.isNull(scalar)
              ? Masking.shown(name, scalar)
              : "";
      shadowed.add(new Shadow(shown, replaced.span()));
    }
    return shadowed;
  }

  private static void addHidden(String name, Assignment winner, List<Shadow> shadowed) {
    Optional<Assignment> next = winner.hidden();
    while (next.isPresent()) {
      Assignment hidden = next.get();
      shadowed.add(new Shadow(Masking.shown(name, hidden), hidden.span()));
      next = hidden.hidden();
    }
  }
}
