package dev.fermata.model.canonical;

import dev.fermata.model.Service;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Attribute.Trait;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.TableWalk;
import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Docker Compose's config hash of a service is made of: the JSON of this is hashed. The
 * attributes stand in the order of its structures, without extensions.
 */
public final class HashBasis {
  private HashBasis() {}

  /** The canonical service without what does not count, and with the names that are hashed. */
  public static Mapping of(Service service) {
    Mapping bare = Extensions.withoutInService(service.definition().tree());
    return TableWalk.rewrite(bare, Schema.SERVICE, HashBasis::hashed);
  }

  private static Mapping hashed(Mapping mapping, Table table) {
    Map<String, Mapping.Entry> hashed = new LinkedHashMap<>();
    for (Attribute<?> row : table.hashOrder()) {
      Mapping.Entry entry = mapping.entries().get(row.name());
      if (entry != null && counts(row, table)) {
        hashed.put(name(row), entry);
      }
    }
    return mapping.withEntries(hashed);
  }

  /** In a hook all of a container's attributes do. */
  private static boolean counts(Attribute<?> row, Table table) {
    return !row.is(Trait.NOT_IN_HASH) || table == PreStartTable.TABLE;
  }

  private static String name(Attribute<?> row) {
    return row.is(Trait.CAPITAL_IN_HASH)
        ? Character.toUpperCase(row.name().charAt(0)) + row.name().substring(1)
        : row.name();
  }
}
