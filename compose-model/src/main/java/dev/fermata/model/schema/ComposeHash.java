package dev.fermata.model.schema;

import dev.fermata.model.Service;
import dev.fermata.model.schema.Attribute.Trait;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Docker Compose's config hash of a service is made of: its compact JSON is hashed. */
public final class ComposeHash {
  private ComposeHash() {}

  /** The canonical service without the attributes that the hash leaves out. */
  public static Mapping basis(Service service) {
    return withoutUnhashed(service.definition().tree(), ServiceTable.TABLE);
  }

  private static Mapping withoutUnhashed(Mapping mapping, Table table) {
    Map<String, Mapping.Entry> kept = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          var row = table.attribute(key);
          if (row.filter(attribute -> attribute.is(Trait.NOT_IN_HASH)).isEmpty()) {
            kept.put(
                key, entry.withValue(below(entry.value(), row.flatMap(r -> r.shape().table()))));
          }
        });
    return mapping.withEntries(kept);
  }

  private static Node below(Node node, Optional<Table> table) {
    return node instanceof Mapping mapping && table.isPresent()
        ? withoutUnhashed(mapping, table.get())
        : node;
  }
}
