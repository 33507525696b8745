package dev.fermata.model.schema;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Advice about an attribute that stands where it is unknown: most often it is indented too far, or
 * not far enough.
 */
final class Whereabouts {
  private static final int DEPTH = 4;
  private static final int FEW = 8;
  private static final List<String> SIGNS_OF_A_SERVICE = List.of("image", "build", "extends");

  /** What files for Docker Compose 1 have in a service, and where that is now. */
  private static final Map<String, String> FORMER =
      Map.of(
          "net", "attribute `network_mode`",
          "log_driver", "`driver` under `logging`",
          "log_opt", "`options` under `logging`",
          "volume_driver", "`driver` of a volume, under the top-level `volumes`");

  private Whereabouts() {}

  static Optional<String> hint(String key, Table table) {
    return below(key, table, DEPTH)
        .map(path -> "`%s` belongs under `%s` here".formatted(key, path))
        .or(() -> above(key, table))
        .or(() -> few(table));
  }

  /** Files for Docker Compose 1 have services at the top level; others do by a slip. */
  static Optional<String> service(String key, Node value, Table table) {
    boolean isService =
        table == ProjectTable.TABLE
            && value instanceof Mapping mapping
            && SIGNS_OF_A_SERVICE.stream().anyMatch(sign -> mapping.get(sign).isPresent());
    return isService
        ? Optional.of("`%s` looks like a service: indent it under `services:`".formatted(key))
        : Optional.empty();
  }

  static Optional<String> former(String key, Table table) {
    return table == ServiceTable.TABLE
        ? Optional.ofNullable(FORMER.get(key)).map(now -> "it has become the " + now)
        : Optional.empty();
  }

  /** The way down to a mapping that knows the attribute. */
  private static Optional<String> below(String key, Table table, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    for (Attribute<?> row : table.attributes()) {
      for (Table inner : tables(row.shape().form())) {
        if (inner.attribute(key).isPresent()) {
          return Optional.of(row.name());
        }
      }
    }
    for (Attribute<?> row : table.attributes()) {
      for (Table inner : tables(row.shape().form())) {
        Optional<String> path = below(key, inner, depth - 1);
        if (path.isPresent()) {
          return path.map(rest -> row.name() + "." + rest);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> above(String key, Table table) {
    for (Table other : List.of(ServiceTable.TABLE, ProjectTable.TABLE)) {
      if (other != table && other.attribute(key).isPresent()) {
        return Optional.of(
            "%s has a `%s`: is this line indented too far?".formatted(other.subject(), key));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> few(Table table) {
    List<String> names = table.attributes().stream().map(row -> "`" + row + "`").toList();
    return names.size() > FEW
        ? Optional.empty()
        : Optional.of("%s may have %s".formatted(table.subject(), String.join(", ", names)));
  }

  /** The tables that a form leads to, without the user's own names in between. */
  private static List<Table> tables(Form form) {
    return switch (form) {
      case Form.Attributes(Table table) -> List.of(table);
      case Form.AnyOf(List<Form> forms) -> {
        var all = new ArrayList<Table>();
        forms.forEach(one -> all.addAll(tables(one)));
        yield all;
      }
      case Form.ListOf list -> tables(list.item());
      case Form.MapOf map -> List.of();
      case Form.Single single -> List.of();
      case Form.Anything anything -> List.of();
    };
  }
}
