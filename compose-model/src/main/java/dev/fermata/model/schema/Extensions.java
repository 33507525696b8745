package dev.fermata.model.schema;

import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;

/** The {@code x-} keys below the top level: printed as YAML, and of no meaning otherwise. */
public final class Extensions {
  private Extensions() {}

  public static Mapping without(Mapping document) {
    return TableWalk.rewrite(document, Extensions::without);
  }

  public static Mapping withoutInService(Mapping service) {
    return TableWalk.rewrite(service, Schema.SERVICE, Extensions::without);
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
