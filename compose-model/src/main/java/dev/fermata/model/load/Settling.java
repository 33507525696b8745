package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Attribute;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Ties a merged document to where it stands: its paths, given or by default, to its directory, and
 * the names in {@code environment} that have no value to its variables. After that it can be laid
 * under another one.
 */
final class Settling {
  private Settling() {}

  static Result<Mapping> settle(Mapping document, Scope scope, Checkouts checkouts) {
    return settleRaw(environmentResolved(document, scope.variables()), scope, checkouts);
  }

  /** Without the variables, for who wants to see them as they stand. */
  static Result<Mapping> settleRaw(Mapping document, Scope scope, Checkouts checkouts) {
    Mapping contents = GrantContents.noted(document, scope.variables());
    return resolvePaths(Defaults.fill(contents), scope, checkouts);
  }

  static Result<Mapping> resolvePaths(Mapping document, Scope scope, Checkouts checkouts) {
    Optional<String> home = scope.variables().value("HOME");
    return PathResolution.resolve(document, scope.directory(), home, checkouts);
  }

  /** Names without a value take it from the variables; those not set stay without. */
  static Mapping environmentResolved(Mapping document, Variables variables) {
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

  private static Node workload(Node node, Variables variables) {
    if (!(node instanceof Mapping workload)
        || !(workload.get("environment").orElse(null) instanceof Mapping environment)) {
      return node;
    }
    var resolved = new LinkedHashMap<String, Mapping.Entry>();
    environment
        .entries()
        .forEach((name, entry) -> resolved.put(name, value(name, entry, variables)));
    return workload.with("environment", environment.withEntries(resolved));
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
  static Scalar drawn(String name, Assignment found, Scalar bare) {
    History history = new History(List.of(Draw.whole(name, found)), bare.history().replaced());
    return bare.withText(Scalar.Kind.STRING, found.value()).withHistory(history);
  }
}
