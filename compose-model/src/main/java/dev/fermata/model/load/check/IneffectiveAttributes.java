package dev.fermata.model.load.check;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a user is told about attributes that have no effect here, or none yet. */
public final class IneffectiveAttributes {
  /** What to do without an attribute that has no effect yet. */
  private static final Map<Attribute<?>, Message> INSTEAD =
      Map.of(
          SecretTables.DRIVER,
          Message.of("give the secret a `file` or an `environment`"),
          SecretTables.TEMPLATE_DRIVER,
          Message.of("fill the template in beforehand, and name the outcome as its `file`"));

  private IneffectiveAttributes() {}

  /** All that there is to say about the attributes of a checked document. */
  public static List<Diagnostic> in(Mapping document) {
    var notices = new ArrayList<Diagnostic>();
    visit(document, Schema.FILE, notices);
    return notices;
  }

  /** A notice covers all that is below its attribute. */
  private static void visit(Node node, Shape<?> shape, List<Diagnostic> notices) {
    switch (node) {
      case Mapping mapping ->
          mapping.entries().forEach((key, entry) -> entry(key, entry, shape, notices));
      case Sequence sequence -> sequence.items().forEach(item -> below(item, shape, "[]", notices));
      case Scalar scalar -> {}
      case Faulty faulty -> {}
    }
  }

  private static void below(Node node, Shape<?> above, String key, List<Diagnostic> notices) {
    above.below(key).ifPresent(shape -> visit(node, shape, notices));
  }

  private static void entry(
      String key, Mapping.Entry entry, Shape<?> shape, List<Diagnostic> notices) {
    Optional<Table> table = shape.table();
    Optional<Attribute<?>> row = table.flatMap(rows -> rows.attribute(key));
    Optional<Diagnostic> notice =
        row.flatMap(known -> of(known, entry, table.orElseThrow().subject()))
            .map(found -> hinted(found, row.orElseThrow()));
    notice.ifPresent(notices::add);
    if (notice.isEmpty()) {
      below(entry.value(), shape, key, notices);
    }
  }

  private static Diagnostic hinted(Diagnostic notice, Attribute<?> row) {
    Message instead = INSTEAD.get(row);
    return instead == null ? notice : notice.hint(instead);
  }

  private static Optional<Diagnostic> of(Attribute<?> row, Mapping.Entry entry, String subject) {
    if (!Nodes.isSound(entry.value()) || row.shape().saysNothing(entry.value())) {
      return Optional.empty();
    }
    return switch (row.treatment()) {
      case MAPPED, DONE_BY_US, NOT_RUN -> Optional.empty();
      case NO_ENGINE ->
          Optional.of(
              warning(
                  Code.UNMAPPED_ATTRIBUTE,
                  entry,
                  "`%s` in %s is not supported: no engine outside of a swarm has it",
                  Quote.word(row),
                  Quote.word(subject)));
      case IGNORED_WITH_WARNING ->
          Optional.of(
              warning(
                  Code.IGNORED_ATTRIBUTE,
                  entry,
                  "`%s` in %s has no effect",
                  Quote.word(row),
                  Quote.word(subject)));
      case SWARM_ONLY ->
          Optional.of(
              warning(
                  Code.IGNORED_ATTRIBUTE,
                  entry,
                  "`%s` in %s has an effect in a swarm only",
                  Quote.word(row),
                  Quote.word(subject)));
    };
  }

  private static Diagnostic warning(
      Code code, Mapping.Entry entry, @CompileTimeConstant String template, MessagePart... parts) {
    return Diagnostic.warning(code, entry.keySpan(), template, parts);
  }
}
