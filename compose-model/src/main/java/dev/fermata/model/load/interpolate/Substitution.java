package dev.fermata.model.load.interpolate;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.interpolate.Reference.Form;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts variables in place of their references in one text: {@code $NAME}, {@code ${NAME}} and the
 * forms with a default, an alternative or a demand, which may nest. {@code $$} is a dollar, and so
 * is one before anything that starts no name. What a form does not need is not looked at.
 */
public final class Substitution {
  private static final int MAX_DEPTH = 100;

  /** More than that of one text help nobody. */
  private static final int MAX_PROBLEMS = 100;

  private static final int MAX_GROWTH = 1 << 20;

  private final Function<String, Optional<String>> variables;
  private final List<Part> draws = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** What is wrong with {@code reference}, or worth saying of it, at an offset of the text. */
  public record Problem(Code code, int offset, String reference, Message message) {
    public boolean isError() {
      return code != Code.UNSET_VARIABLE;
    }
  }

  /** What a reference gave: the text from {@code from} up to {@code to}. */
  record Part(String name, Draw.Kind kind, int from, int to) {
    Draw draw(Optional<Assignment> assignment) {
      return new Draw(name, kind, assignment, from, to);
    }

    Part movedBy(int distance) {
      return new Part(name, kind, from + distance, to + distance);
    }
  }

  /** The text with its variables filled in, where they stand, and what there is to say about it. */
  public record Outcome(String text, List<Part> draws, List<Problem> problems) {
    public Outcome {
      draws = List.copyOf(draws);
      problems = List.copyOf(problems);
    }

    public boolean isSound() {
      return problems.stream().noneMatch(Problem::isError);
    }

    /** The variables that took part, with what they are. */
    public List<Draw> drawn(Function<String, Optional<Assignment>> variables) {
      return draws.stream().map(part -> part.draw(variables.apply(part.name()))).toList();
    }
  }

  private Substitution(Function<String, Optional<String>> variables) {
    this.variables = variables;
  }

  public static Outcome apply(String text, Function<String, Optional<String>> variables) {
    if (text.indexOf('$') < 0) {
      return new Outcome(text, List.of(), List.of());
    }
    var substitution = new Substitution(variables);
    String result = substitution.fill(text, 0, 0);
    return new Outcome(result, substitution.draws, substitution.problems);
  }

  /** The variables that a text refers to, also those within defaults and alternatives. */
  static List<VariableUse> uses(String text) {
    var uses = new ArrayList<VariableUse>();
    collect(text, uses, 0);
    return uses;
  }

  private static void collect(String text, List<VariableUse> uses, int depth) {
    int at = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
      Reference reference = Reference.at(text, dollar);
      at = dollar + reference.length();
      if (!reference.name().isEmpty()) {
        Form form = reference.form();
        uses.add(
            new VariableUse(
                reference.name(),
                form == Form.REQUIRED,
                form == Form.DEFAULT ? reference.operand() : "",
                form == Form.ALTERNATIVE ? reference.operand() : ""));
        if (depth < MAX_DEPTH) {
          collect(reference.operand(), uses, depth + 1);
        }
      }
    }
  }

  private String fill(String text, int offset, int depth) {
    var filled = new StringBuilder();
    int at = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
      filled.append(text, at, dollar);
      Reference reference = Reference.at(text, dollar);
      at = dollar + reference.length();
      int inner = draws.size();
      String value = value(reference, offset + dollar, depth);
      draws.subList(inner, draws.size()).replaceAll(part -> part.movedBy(filled.length()));
      if (!reference.name().isEmpty()) {
        int end = filled.length() + value.length();
        draws.add(inner, new Part(reference.name(), kind(reference), filled.length(), end));
      }
      filled.append(value);
      if (filled.length() - at > MAX_GROWTH) {
        add(Code.TOO_LARGE, offset + dollar, reference, Message.of("its text grows beyond bounds"));
        draws.clear();
        return "";
      }
    }
    return filled.append(text, at, text.length()).toString();
  }

  private String value(Reference reference, int offset, int depth) {
    return switch (reference.form()) {
      case LITERAL -> reference.operand();
      case UNCLOSED -> {
        add(Code.INTERPOLATION, offset, reference, Message.of("`${` without its `}`"));
        yield "";
      }
      case NAMELESS -> {
        add(Code.INTERPOLATION, offset, reference, reference.wrong("does not name a variable"));
        yield "";
      }
      case UNKNOWN -> {
        add(
            Code.INTERPOLATION,
            offset,
            reference,
            reference.wrong("is not a form of interpolation"));
        yield "";
      }
      case PLAIN -> variables.apply(reference.name()).orElseGet(() -> unset(offset, reference));
      case DEFAULT -> lookUp(reference).orElseGet(() -> operand(reference, offset, depth));
      case ALTERNATIVE -> lookUp(reference).map(v -> operand(reference, offset, depth)).orElse("");
      case REQUIRED -> lookUp(reference).orElseGet(() -> missing(reference, offset, depth));
    };
  }

  private Draw.Kind kind(Reference reference) {
    boolean counts = lookUp(reference).isPresent();
    return switch (reference.form()) {
      case DEFAULT -> counts ? Draw.Kind.VALUE : Draw.Kind.DEFAULT;
      case ALTERNATIVE -> counts ? Draw.Kind.ALTERNATIVE : Draw.Kind.NOTHING;
      case PLAIN, REQUIRED, LITERAL, UNCLOSED, NAMELESS, UNKNOWN ->
          counts ? Draw.Kind.VALUE : Draw.Kind.NOTHING;
    };
  }

  /** The variable's value where it counts: with a colon in the form, an empty one does not. */
  private Optional<String> lookUp(Reference reference) {
    return variables
        .apply(reference.name())
        .filter(value -> !reference.colon() || !value.isEmpty());
  }

  private String operand(Reference reference, int offset, int depth) {
    if (depth == MAX_DEPTH) {
      add(Code.TOO_LARGE, offset, reference, Message.of("defaults are nested too deep"));
      return "";
    }
    return fill(reference.operand(), offset + reference.operandOffset(), depth + 1);
  }

  private String unset(int offset, Reference reference) {
    add(
        Code.UNSET_VARIABLE,
        offset,
        reference,
        Message.of(
            "variable `%s` is not set; its place stays empty", Quote.name(reference.name())));
    return "";
  }

  private String missing(Reference reference, int offset, int depth) {
    int inner = draws.size();
    String filled = operand(reference, offset, depth);
    // What variables give may be secret, and is no reason anyway.
    String reason = draws.size() > inner ? reference.operand() : filled;
    add(
        Code.REQUIRED_VARIABLE,
        offset,
        reference,
        required(
            Quote.name(reference.name()),
            variables.apply(reference.name()).isPresent()
                ? Message.of("is empty")
                : Message.of("is not set"),
            reason));
    return "";
  }

  private static Message required(Quote name, Message state, String reason) {
    return reason.isEmpty()
        ? Message.of("variable `%s` is required and %s", name, state)
        : Message.of("variable `%s` is required and %s: %s", name, state, Message.foreign(reason));
  }

  private void add(Code code, int offset, Reference reference, Message message) {
    var problem = new Problem(code, offset, reference.text(), message);
    boolean mayEndThere = !problem.isError() || problems.stream().anyMatch(Problem::isError);
    if (problems.size() < MAX_PROBLEMS || !mayEndThere) {
      problems.add(problem);
    }
  }
}
