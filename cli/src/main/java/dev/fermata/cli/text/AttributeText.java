package dev.fermata.cli.text;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Treatment;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables know of an attribute, in words. */
public final class AttributeText {
  private AttributeText() {}

  /** For whoever points at the attribute in an editor. */
  static String sentence(Optional<String> meaning, Attribute<?> row) {
    var parts = new ArrayList<String>();
    meaning.ifPresent(text -> parts.add(capitalised(text)));
    parts.add(capitalised(forms(row.shape().form())));
    fallback(row).ifPresent(text -> parts.add("Default: `" + text + "`"));
    parts.add("In a merge: " + row.shape().merging());
    if (row.treatment() != Treatment.MAPPED && row.treatment() != Treatment.DONE_BY_US) {
      parts.add(capitalised(treatment(row.treatment())));
    }
    return String.join(". ", parts) + ".";
  }

  /** What holds where the attribute is absent, if that is the same everywhere. */
  public static Optional<String> fallback(Attribute<?> row) {
    return row.fallback(Mapping.empty(Span.of("nothing"))).map(Nodes::text);
  }

  public static String treatment(Treatment treatment) {
    return switch (treatment) {
      case MAPPED -> "given to the engine";
      case DONE_BY_US -> "done by Fermata";
      case IGNORED_WITH_WARNING -> "read, and of no effect";
      case SWARM_ONLY -> "read; means something to a swarm only";
      case NOT_RUN -> "read; `up` refuses it, as Docker Compose does";
      case NO_ENGINE -> "read; no engine has it";
    };
  }

  /** All forms that a value may have: {@code text, or a list of texts}. */
  public static String forms(Form form) {
    return form(form, Number.ONE);
  }

  private enum Number {
    ONE,
    MANY
  }

  private static String form(Form form, Number number) {
    return switch (form) {
      case Form.Anything anything -> "anything";
      case Form.Single single -> single(single, number);
      case Form.Attributes table -> number == Number.ONE ? "a mapping" : "mappings";
      case Form.ListOf list ->
          (number == Number.ONE ? "a list of " : "lists of ") + form(list.item(), Number.MANY);
      case Form.MapOf map ->
          (number == Number.ONE ? "a mapping of names to " : "mappings of names to ")
              + form(map.value(), Number.MANY);
      case Form.AnyOf(List<Form> forms) ->
          forms.stream()
              .map(one -> form(one, number))
              .distinct()
              .collect(Collectors.joining(" or "));
    };
  }

  private static String single(Form.Single single, Number number) {
    if (!single.limits().words().isEmpty()) {
      return single.limits().words().stream()
          .map(word -> "`" + word + "`")
          .collect(Collectors.joining(", "));
    }
    if (single.kinds().equals(Set.of(Scalar.Kind.NULL))) {
      return "nothing";
    }
    String bounds = bounds(single.limits());
    String called = single.called().replaceFirst("^an? ", "");
    return number == Number.ONE
        ? (called.equals("text") ? "text" : single.called()) + bounds
        : plural(called) + bounds;
  }

  private static String plural(String called) {
    return called
        .replace(" or a ", " or ")
        .replaceFirst("^single value", "single values")
        .replaceFirst("^text(?! such)", "texts")
        .replaceFirst("number(?!s)", "numbers")
        .replaceFirst("boolean(?!s)", "booleans");
  }

  private static String bounds(Form.Limits limits) {
    boolean below = limits.least() > Long.MIN_VALUE;
    boolean above = limits.most() < Long.MAX_VALUE;
    if (below && above) {
      return " from " + limits.least() + " to " + limits.most();
    }
    return below ? " from " + limits.least() + " on" : "";
  }

  private static String capitalised(String text) {
    return text.startsWith("`") ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
