package dev.fermata.model.canonical;

import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.TableWalk;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;

/** The {@code x-} keys below the top level: printed as YAML, and of no meaning otherwise. */
public final class Extensions {
  private Extensions() {}

  public static Mapping without(Mapping document) {
    return mayHave(document)
        ? TableWalk.rewrite(document, Schema.FILE, Extensions::without)
        : document;
  }

  public static Mapping withoutInService(Mapping service) {
    return mayHave(service)
        ? TableWalk.rewrite(service, Schema.SERVICE, Extensions::without)
        : service;
  }

  /** Most files have none, and a look costs less than a copy. */
  private static boolean mayHave(Node node) {
    return switch (node) {
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .anyMatch(
                  entry -> entry.getKey().startsWith("x-") || mayHave(entry.getValue().value()));
      case Sequence sequence -> sequence.items().stream().anyMatch(Extensions::mayHave);
      case Scalar scalar -> false;
      case Faulty faulty -> false;
    };
  }

  private static Mapping without(Mapping mapping, Table table) {
    if (mapping.entries().keySet().stream().noneMatch(table::isAside)) {
      return mapping;
    }
    var kept = new LinkedHashMap<>(mapping.entries());
    kept.keySet().removeIf(table::isAside);
    return mapping.withEntries(kept);
  }
}
