package dev.fermata.model.load.interpolate;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills variables into the text values of a document, never into keys, and makes numbers and
 * booleans of text where the schema wants them.
 */
public final class Interpolation {
  private static final Pattern BRACED_NAME =
      Pattern.compile("\\$\\{([_a-zA-Z][_a-zA-Z0-9]*)[^_a-zA-Z0-9].*\\}");

  private final Variables variables;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final GrowthLimit growth = new GrowthLimit();

  private Interpolation(Variables variables) {
    this.variables = variables;
  }

  public static Result<Mapping> interpolate(Mapping document, Variables variables) {
    var interpolation = new Interpolation(variables);
    Mapping filled = interpolation.mapping(document, Optional.of(Schema.FILE));
    return Result.of(filled, interpolation.diagnostics);
  }

  private Node node(Node node, Optional<Shape<?>> shape) {
    return switch (node) {
      case Mapping mapping -> mapping(mapping, shape);
      case Sequence sequence -> sequence(sequence, shape);
      case Scalar scalar -> scalar.kind() == Scalar.Kind.STRING ? text(scalar, shape) : scalar;
      case Faulty faulty -> faulty;
    };
  }

  private Mapping mapping(Mapping mapping, Optional<Shape<?>> shape) {
    return mapping.mapValues((key, value) -> node(value, shape.flatMap(above -> above.below(key))));
  }

  private Sequence sequence(Sequence sequence, Optional<Shape<?>> shape) {
    Optional<Shape<?>> item = shape.flatMap(above -> above.below("[0]"));
    return sequence.mapItems(node -> node(node, item));
  }

  private Node text(Scalar scalar, Optional<Shape<?>> shape) {
    if (growth.isSpent()) {
      return new Faulty(scalar.span());
    }
    if (scalar.text().indexOf('$') < 0) {
      return cast(scalar, shape);
    }
    var outcome = Substitution.apply(scalar.text(), variables::value);
    outcome.problems().forEach(problem -> diagnostics.add(explain(problem, scalar)));
    growth.count(scalar.text(), outcome, scalar.span()).ifPresent(diagnostics::add);
    if (!outcome.isSound()) {
      return new Faulty(scalar.span());
    }
    return cast(withDraws(scalar.withText(Scalar.Kind.STRING, outcome.text()), outcome), shape);
  }

  private Node cast(Scalar filled, Optional<Shape<?>> shape) {
    Result<Scalar> cast = Casting.cast(filled, shape.flatMap(Shape::cast));
    diagnostics.addAll(cast.diagnostics());
    return cast.value().map(Node.class::cast).orElseGet(() -> new Faulty(filled.span()));
  }

  private Scalar withDraws(Scalar filled, Substitution.Outcome outcome) {
    return outcome.draws().isEmpty()
        ? filled
        : filled.withHistory(History.of(outcome.drawn(variables::assignment)));
  }

  private static Diagnostic explain(Substitution.Problem problem, Scalar scalar) {
    Span place = place(problem, scalar);
    return switch (problem.code()) {
      case UNSET_VARIABLE ->
          Diagnostic.warning(problem.code(), place, problem.message()).hint(unset(problem));
      case REQUIRED_VARIABLE ->
          Diagnostic.error(problem.code(), place, problem.message())
              .hint("set it in the environment or in the `.env` file");
      case TOO_LARGE -> Diagnostic.error(problem.code(), place, problem.message());
      default ->
          Diagnostic.error(Code.INTERPOLATION, place, problem.message())
              .hint(forms(problem.reference()));
    };
  }

  /** What else could be written: a shell knows more than Compose does. */
  private static Message forms(String reference) {
    Matcher name = BRACED_NAME.matcher(reference);
    if (!name.lookingAt()) {
      return Message.of("write `$$` for a dollar sign that is meant as one");
    }
    Quote variable = Quote.name(name.group(1));
    return Message.of(
        "there are `${%s}`, `${%s:-default}`, `${%s:+alternative}` and `${%s:?message}`; a dollar sign as such is `$$`",
        variable, variable, variable, variable);
  }

  /** {@code $2y$10$...} is no variable at all. */
  private static Message unset(Substitution.Problem problem) {
    Message hint =
        Message.of("set it, or give a default: `${%s:-default}`", Quote.name(name(problem)));
    return problem.reference().startsWith("${")
        ? hint
        : Message.of("%s; a dollar sign as such is `$$`", hint);
  }

  private static String name(Substitution.Problem problem) {
    return problem.reference().replaceAll("[${}]", "");
  }

  /** The reference itself in the file, which text with escapes or line breaks is not aligned to. */
  private static Span place(Substitution.Problem problem, Scalar scalar) {
    String before = scalar.text().substring(0, problem.offset());
    int earlier = 0;
    int at = before.indexOf(problem.reference());
    for (; at >= 0; at = before.indexOf(problem.reference(), at + 1)) {
      earlier++;
    }
    return scalar.span().occurrence(problem.reference(), earlier).orElse(scalar.span());
  }
}
