package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A single value. {@code kinds} are those that YAML may make of it; {@code parser} reads its text,
 * {@code printer} gives its canonical form, {@code blank} tells the values that are not printed.
 */
public record ScalarShape<T>(
    String description,
    Set<Scalar.Kind> kinds,
    Optional<Cast> cast,
    Function<Scalar, Parsed<T>> parser,
    Function<T, Printed> printer,
    Predicate<T> blank,
    Form.Limits limits)
    implements Shape<T> {

  /** A value as it is printed. */
  public record Printed(Scalar.Kind kind, String text) {}

  public ScalarShape {
    kinds = Set.copyOf(kinds);
  }

  public ScalarShape(
      String description,
      Set<Scalar.Kind> kinds,
      Optional<Cast> cast,
      Function<Scalar, Parsed<T>> parser,
      Function<T, Printed> printer,
      Predicate<T> blank) {
    this(description, kinds, cast, parser, printer, blank, Form.Limits.NONE);
  }

  /** The same values, of which the parser is known to take no others than these. */
  ScalarShape<T> within(Form.Limits known) {
    return new ScalarShape<>(description, kinds, cast, parser, printer, blank, known);
  }

  @Override
  public Form form() {
    return new Form.Single(kinds, cast(), limits, description);
  }

  /** The same values, where YAML's reading of them has to be one of {@code accepted}. */
  public ScalarShape<T> from(String called, Scalar.Kind first, Scalar.Kind... more) {
    return new ScalarShape<>(called, EnumSet.of(first, more), cast, parser, printer, blank, limits);
  }

  /** The same values with another parser in front, for patterns and sets of words. */
  public ScalarShape<T> parsedBy(String called, Function<Scalar, Parsed<T>> stricter) {
    return new ScalarShape<>(called, kinds, cast, stricter, printer, blank, limits);
  }

  /** The same values, where text from a variable is first read as {@code wanted}. */
  ScalarShape<T> castAs(Cast wanted) {
    return new ScalarShape<>(
        description, kinds, Optional.of(wanted), parser, printer, blank, limits);
  }

  @Override
  public Node check(Node node, Site site) {
    boolean fits =
        node instanceof Faulty || (node instanceof Scalar scalar && kinds.contains(scalar.kind()));
    if (!fits) {
      return site.wrongType(node, description);
    }
    boolean last = site.isUninterpolated() && !limits.equals(Form.Limits.NONE);
    return last && !site.mayChange(Nodes.text(node)) ? canonicalOrSame(node, site) : node;
  }

  /** Where variables are left as they are, no canonical form follows that would find mistakes. */
  private Node canonicalOrSame(Node node, Site site) {
    return canonical(node, site) instanceof Faulty faulty ? faulty : node;
  }

  @Override
  public Node canonical(Node node, Site site) {
    if (!(node instanceof Scalar scalar) || !kinds.contains(scalar.kind())) {
      return node;
    }
    return switch (parser.apply(scalar)) {
      case Parsed.Good<T> good -> {
        Printed printed = printer.apply(good.value());
        yield scalar.withText(printed.kind(), printed.text());
      }
      case Parsed.Bad<T> bad -> invalid(scalar, bad, site);
    };
  }

  /** Reports what a parser found wrong with a text. */
  public static Node invalid(Scalar scalar, Parsed.Bad<?> bad, Site site) {
    return site.faulty(
        Code.INVALID_VALUE,
        part(scalar, bad.offset(), bad.length()),
        "invalid `%s`: %s",
        Quote.name(site.name()),
        bad.message(scalar.quote()));
  }

  /** The part of a scalar's text in its file; the whole scalar where the two differ. */
  static Span part(Scalar scalar, int offset, int length) {
    boolean verbatim = scalar.raw().equals(scalar.text());
    boolean oneLine = scalar.span().start().line() == scalar.span().end().line();
    if (!verbatim || !oneLine) {
      return scalar.span();
    }
    return scalar.span().at(offset + (scalar.quoted() ? 1 : 0), length);
  }

  /** Only what may be written as text can come from a variable. */
  @Override
  public Optional<Cast> cast() {
    return kinds.contains(Scalar.Kind.STRING) ? cast : Optional.empty();
  }

  @Override
  public T read(Node canonical) {
    if (canonical instanceof Scalar scalar && parser.apply(scalar) instanceof Parsed.Good<T> good) {
      return good.value();
    }
    throw new IllegalStateException("a bug: read before it was checked: " + description);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return Nodes.isNull(canonical)
        || (canonical instanceof Scalar scalar
            && parser.apply(scalar) instanceof Parsed.Good<T> good
            && blank.test(good.value()));
  }
}
