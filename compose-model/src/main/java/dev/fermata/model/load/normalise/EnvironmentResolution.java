package dev.fermata.model.load.normalise;

import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Gives the names in {@code environment} that have no value the one of the variable of that name.
 */
public final class EnvironmentResolution {
  private EnvironmentResolution() {}

  /** Names whose variables are not set stay without. */
  public static Mapping resolve(Mapping document, Variables variables) {
    Mapping resolved = document;
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      if (document.get(section.name()).orElse(null) instanceof Mapping workloads) {
        resolved =
            resolved.with(
                section.name(), workloads.mapValues((name, node) -> workload(node, variables)));
      }
    }
    return resolved;
  }

  /** A service and the containers that run before it starts; others have none. */
  private static Node workload(Node node, Variables variables) {
    if (!(container(node, variables) instanceof Mapping workload)
        || !(ServiceTable.PRE_START.nodeIn(workload).orElse(null) instanceof Sequence hooks)) {
      return container(node, variables);
    }
    return ServiceTable.PRE_START.setIn(
        workload, hooks.mapItems(hook -> container(hook, variables)));
  }

  private static Node container(Node node, Variables variables) {
    if (!(node instanceof Mapping workload)
        || !(ContainerTable.ENVIRONMENT.nodeIn(workload).orElse(null)
            instanceof Mapping environment)) {
      return node;
    }
    var resolved = new LinkedHashMap<String, Mapping.Entry>();
    environment
        .entries()
        .forEach((name, entry) -> resolved.put(name, value(name, entry, variables)));
    return ContainerTable.ENVIRONMENT.setIn(workload, environment.withEntries(resolved));
  }

  private static Mapping.Entry value(String name, Mapping.Entry entry, Variables variables) {
    if (!(entry.value() instanceof Scalar scalar) || !scalar.isNull()) {
      return entry;
    }
    return variables
        .assignment(name)
        .map(found -> entry.withValue(drawn(name, found, scalar)))
        .orElse(entry);
  }

  /** A name without a value, with the one that its variable has. */
  public static Scalar drawn(String name, Assignment found, Scalar bare) {
    History history = new History(List.of(Draw.whole(name, found)), bare.history().replaced());
    return bare.withText(Scalar.Kind.STRING, found.value()).withHistory(history);
  }
}
