package dev.fermata.model.schema.shape;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;

/** Lists of {@code NAME=VALUE} whose names have variables that still stand in them. */
final class UninterpolatedPairs {
  private UninterpolatedPairs() {}

  /** By name, to be merged; what is no list stays as it is. */
  static Node mapping(Node node) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    for (Node item : list.items()) {
      if (item instanceof Scalar pair) {
        int equals = pair.text().indexOf('=');
        Node value =
            equals < 0
                ? Scalar.nothing(pair.span())
                : pair.withText(Scalar.Kind.STRING, pair.text().substring(equals + 1));
        String name = equals < 0 ? pair.text() : pair.text().substring(0, equals);
        entries.put(name, new Mapping.Entry(pair.span(), value));
      }
    }
    return Mapping.of(entries, list.span()).withTag(list.tag());
  }

  static Sequence list(Mapping mapping) {
    var items =
        mapping.entries().entrySet().stream()
            .map(entry -> pair(entry.getKey(), entry.getValue().value()))
            .toList();
    return Sequence.of(items, mapping.span()).withTag(mapping.tag());
  }

  private static Node pair(String name, Node value) {
    return value instanceof Scalar scalar
        ? scalar.withText(Scalar.Kind.STRING, scalar.isNull() ? name : name + "=" + scalar.text())
        : value;
  }
}
