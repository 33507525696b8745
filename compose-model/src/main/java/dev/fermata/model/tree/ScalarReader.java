package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.PlainText.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Makes scalars of events: what the tag asks for, else what the plain text means. */
final class ScalarReader {
  private static final String YAML = "tag:yaml.org,2002:";

  private final List<Diagnostic> diagnostics;

  ScalarReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  Node read(ScalarEvent event, Span span) {
    boolean quoted = !event.isPlain();
    String tag = event.getTag().orElse("");
    if (tag.startsWith(YAML)) {
      return typed(tag.substring(YAML.length()), event, span);
    }
    Meaning meaning = quoted ? Meaning.text(event.getValue()) : PlainText.meaning(event.getValue());
    return scalar(meaning, event, span).withTag(mergeTag(event.getTag()));
  }

  /** What a tag asks of a merge; tags that say nothing to us are passed over, as others do. */
  static MergeTag mergeTag(Optional<String> tag) {
    return switch (tag.orElse("")) {
      case "!reset" -> MergeTag.RESET;
      case "!override" -> MergeTag.OVERRIDE;
      default -> MergeTag.NONE;
    };
  }

  private Node typed(String type, ScalarEvent event, Span span) {
    String text = event.getValue();
    if (type.equals("str")) {
      return scalar(Meaning.text(text), event, span);
    }
    if (type.equals("binary")) {
      return binary(event, span);
    }
    Meaning meaning = PlainText.meaning(text);
    return switch (type) {
      case "int" -> demand(Scalar.Kind.INTEGER, meaning, event, span);
      case "bool" -> demand(Scalar.Kind.BOOLEAN, meaning, event, span);
      case "null" -> demand(Scalar.Kind.NULL, meaning, event, span);
      case "float" ->
          meaning.kind() == Scalar.Kind.INTEGER
              ? scalar(new Meaning(Scalar.Kind.FLOAT, meaning.text()), event, span)
              : demand(Scalar.Kind.FLOAT, meaning, event, span);
      default -> scalar(meaning, event, span);
    };
  }

  private Node demand(Scalar.Kind kind, Meaning meaning, ScalarEvent event, Span span) {
    if (meaning.kind() == kind) {
      return scalar(meaning, event, span);
    }
    String wanted = kind.name().toLowerCase(Locale.ROOT);
    diagnostics.add(
        Diagnostic.error(
            Code.WRONG_TYPE,
            span,
            "`%s` is not of the type that its tag names, %s",
            Quote.name(event.getValue()),
            Quote.word(wanted)));
    return new Faulty(span);
  }

  private Node binary(ScalarEvent event, Span span) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(event.getValue());
      var text = new String(bytes, StandardCharsets.UTF_8);
      return scalar(Meaning.text(text), event, span);
    } catch (IllegalArgumentException notBase64) {
      diagnostics.add(
          Diagnostic.error(
              Code.INVALID_VALUE,
              span,
              "not base64: %s",
              Quote.name(String.valueOf(notBase64.getMessage()))));
      return new Faulty(span);
    }
  }

  private static Scalar scalar(Meaning meaning, ScalarEvent event, Span span) {
    return new Scalar(
        meaning.kind(),
        meaning.text(),
        event.getValue(),
        !event.isPlain(),
        span,
        MergeTag.NONE,
        History.NONE);
  }
}
