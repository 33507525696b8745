package dev.fermata.model.schema.attribute;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a value may be written, short forms included: what the attribute reference and the JSON
 * Schema are made of. Everything that a form says is also checked by the shape that it belongs to.
 */
public sealed interface Form {
  /** Whether a value is of a kind that may stand here, whatever is in it. */
  default boolean admits(Node node) {
    return switch (this) {
      case Anything anything -> true;
      case Single single -> node instanceof Scalar scalar && single.kinds().contains(scalar.kind());
      case ListOf list -> node instanceof Sequence;
      case MapOf map -> node instanceof Mapping;
      case Attributes attributes -> node instanceof Mapping;
      case AnyOf anyOf -> anyOf.forms().stream().anyMatch(form -> form.admits(node));
    };
  }

  /** A single value: what YAML may make of it, and what it is cast to where it is text. */
  record Single(Set<Scalar.Kind> kinds, Optional<Cast> cast, Limits limits, String called)
      implements Form {
    public static final String WHOLE_NUMBER = "a whole number";

    public Single {
      kinds = Set.copyOf(kinds);
    }

    /** Whether a number must be a whole one, be it written as {@code 5.0}. */
    public boolean isWhole() {
      return called.equals(WHOLE_NUMBER);
    }
  }

  record ListOf(Form item, Repeats repeats) implements Form {}

  /** A mapping whose keys are the user's; without a pattern any key will do. */
  record MapOf(Form value, Optional<Pattern> keys) implements Form {}

  /** A mapping with the attributes of a table. */
  record Attributes(Table table) implements Form {}

  record AnyOf(List<Form> forms) implements Form {
    public AnyOf {
      forms = List.copyOf(forms);
    }
  }

  record Anything() implements Form {}

  /** Whether a list may hold an item twice. */
  enum Repeats {
    ALLOWED,
    REFUSED
  }

  /** The words that a value must be one of, the pattern that it must have, and its bounds. */
  record Limits(List<String> words, Optional<Pattern> pattern, long least, long most) {
    public static final Limits NONE =
        new Limits(List.of(), Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE);

    public Limits {
      words = List.copyOf(words);
    }

    public static Limits words(List<String> words) {
      return new Limits(words, Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static Limits pattern(Pattern pattern) {
      return new Limits(List.of(), Optional.of(pattern), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static Limits between(long least, long most) {
      return new Limits(List.of(), Optional.empty(), least, most);
    }
  }

  static Form text() {
    return new Single(Set.of(Scalar.Kind.STRING), Optional.empty(), Limits.NONE, "text");
  }

  static Form listOf(Form item) {
    return new ListOf(item, Repeats.ALLOWED);
  }

  static Form mapOf(Form value) {
    return new MapOf(value, Optional.empty());
  }

  /** Alternatives in one level. */
  static Form either(Form... forms) {
    var flat = new ArrayList<Form>();
    for (Form form : forms) {
      if (form instanceof AnyOf anyOf) {
        flat.addAll(anyOf.forms());
      } else {
        flat.add(form);
      }
    }
    return new AnyOf(flat.stream().distinct().toList());
  }

  static Form word(String... words) {
    return new Single(
        Set.of(Scalar.Kind.STRING), Optional.empty(), Limits.words(List.of(words)), "text");
  }

  static Form orNothing(Form form) {
    return either(
        form, new Single(Set.of(Scalar.Kind.NULL), Optional.empty(), Limits.NONE, "nothing"));
  }
}
