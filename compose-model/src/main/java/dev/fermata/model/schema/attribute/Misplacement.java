package dev.fermata.model.schema.attribute;

import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Advice about an attribute that stands where it is unknown: most often it is indented too far, or
 * not far enough.
 */
final class Misplacement {
  private static final int DEPTH = 4;
  private static final int FEW = 8;

  private Misplacement() {}

  static Optional<Message> hint(String key, Table table, Site site) {
    return below(key, table, DEPTH)
        .map(path -> Message.of("`%s` belongs under `%s` here", Quote.name(key), Quote.word(path)))
        .or(() -> elsewhere(key, table, site))
        .or(() -> few(table));
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

  private static Optional<Message> elsewhere(String key, Table table, Site site) {
    for (Table other : site.usualTables()) {
      if (other != table && other.attribute(key).isPresent()) {
        return Optional.of(
            Message.of(
                "%s has a `%s`: is this line indented too far?",
                Quote.word(other.subject()), Quote.name(key)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Message> few(Table table) {
    List<MessagePart> names = table.attributes().stream().map(Quote::word).toList();
    return names.size() > FEW
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "%s may have %s", Quote.word(table.subject()), Message.list("`%s`", ", ", names)));
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
