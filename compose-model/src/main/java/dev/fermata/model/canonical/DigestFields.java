package dev.fermata.model.canonical;

import dev.fermata.model.Service;
import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Attribute.Trait;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service as named fields, so that a drift can be told field by field: {@code image}, {@code
 * environment.LOG_LEVEL}, {@code healthcheck.interval}. Mappings become dotted names, lists count
 * as a whole; what must not recreate a container is left out.
 */
public final class DigestFields {
  private final SortedMap<String, Value> fields = new TreeMap<>();

  private DigestFields() {}

  public static SortedMap<String, Value> of(Service service) {
    var digest = new DigestFields();
    Mapping bare = Extensions.withoutInService(service.definition().tree());
    digest.attributes("", bare, Optional.of(ServiceTable.TABLE));
    return Collections.unmodifiableSortedMap(digest.fields);
  }

  private void attributes(String prefix, Mapping mapping, Optional<Table> table) {
    mapping
        .entries()
        .forEach((key, entry) -> {
          Optional<Attribute<?>> row = table.flatMap(rows -> rows.attribute(key));
          if (row.filter(attribute -> attribute.is(Trait.NOT_IN_DIGEST)).isEmpty()) {
            field(prefix + key, key, entry.value(), row.flatMap(one -> one.shape().table()));
          }
        });
  }

  private void field(String name, String key, Node node, Optional<Table> table) {
    switch (node) {
      case Mapping mapping when !mapping.entries().isEmpty() ->
          attributes(name + ".", mapping, table);
      case Mapping mapping -> put(name, key, "{}");
      case Sequence sequence -> put(name, key, TreeText.of(sequence));
      case Scalar scalar -> {
        if (!scalar.isNull() || name.contains(".")) {
          put(name, key, TreeText.of(scalar));
        }
      }
      case Faulty faulty -> {}
    }
  }

  private void put(String name, String key, String text) {
    fields.put(name, Credentials.isSecretName(key) ? Value.sensitive(text) : Value.plain(text));
  }
}
