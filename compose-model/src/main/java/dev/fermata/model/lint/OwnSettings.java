package dev.fermata.model.lint;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code x-fermata} at the top of compose files says, and what in it has no effect. */
final class OwnSettings {
  private static final String NAME = "x-fermata";

  private final List<Scalar> ignored = new ArrayList<>();
  private final List<Diagnostic> doubts = new ArrayList<>();

  private OwnSettings() {}

  static OwnSettings in(List<Node> documents) {
    var settings = new OwnSettings();
    for (Node document : documents) {
      if (document instanceof Mapping root) {
        root.get(NAME)
            .flatMap(own -> settings.only("lint", NAME, own))
            .flatMap(lint -> settings.only("ignore", "lint", lint))
            .ifPresent(settings::codes);
      }
    }
    return settings;
  }

  /** The codes that are silenced, as they are written. */
  List<Scalar> ignored() {
    return ignored;
  }

  List<Diagnostic> doubts() {
    return doubts;
  }

  private Optional<Node> only(String key, String name, Node node) {
    if (Nodes.isNull(node) || node instanceof Faulty) {
      return Optional.empty();
    }
    if (!(node instanceof Mapping mapping)) {
      doubt(
          node.span(), "`%s` must be a mapping with `%s` in it", Quote.word(name), Quote.word(key));
      return Optional.empty();
    }
    mapping.entries().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(key))
        .forEach(entry ->
            doubt(
                entry.getValue().keySpan(),
                "`%s` has no effect in `%s`",
                Quote.name(entry.getKey()),
                Quote.word(name)));
    return mapping.get(key);
  }

  private void codes(Node node) {
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::code);
    } else {
      code(node);
    }
  }

  private void code(Node node) {
    if (node instanceof Scalar scalar) {
      ignored.add(scalar);
    } else {
      doubt(node.span(), "`ignore` must be a list of codes");
    }
  }

  private void doubt(Span place, @CompileTimeConstant String template, MessagePart... parts) {
    doubts.add(
        Diagnostic.warning(Code.SILENCES_NOTHING, place, template, parts)
            .hint("write `x-fermata: {lint: {ignore: [floating-image]}}`"));
  }
}
