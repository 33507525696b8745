package dev.fermata.model.schema;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user is told about attributes that have no effect here, or none yet. */
public final class Notice {
  private Notice() {}

  /** All that there is to say about the attributes of a checked document. */
  public static List<Diagnostic> in(Mapping document) {
    var notices = new ArrayList<Diagnostic>();
    TableWalk.rewrite(
        document,
        (mapping, table) -> {
          for (Attribute<?> row : table.attributes()) {
            Mapping.Entry entry = mapping.entries().get(row.name());
            if (entry != null) {
              of(row, entry, table.subject()).ifPresent(notices::add);
            }
          }
          return mapping;
        });
    return notices;
  }

  private static Optional<Diagnostic> of(Attribute<?> row, Mapping.Entry entry, String subject) {
    if (!Nodes.isSound(entry.value()) || row.shape().saysNothing(entry.value())) {
      return Optional.empty();
    }
    return switch (row.treatment()) {
      case MAPPED, DONE_BY_US -> Optional.empty();
      case NOT_YET ->
          Optional.of(
              warning(
                  Code.UNMAPPED_ATTRIBUTE,
                  entry,
                  "`%s` in %s is not supported yet".formatted(row, subject)));
      case IGNORED_WITH_WARNING ->
          Optional.of(
              warning(
                  Code.IGNORED_ATTRIBUTE,
                  entry,
                  "`%s` in %s has no effect".formatted(row, subject)));
      case SWARM_ONLY ->
          Optional.of(
              warning(
                  Code.IGNORED_ATTRIBUTE,
                  entry,
                  "`%s` in %s has an effect in a swarm only".formatted(row, subject)));
    };
  }

  private static Diagnostic warning(Code code, Mapping.Entry entry, String message) {
    return Diagnostic.warning(code, entry.keySpan(), message);
  }
}
