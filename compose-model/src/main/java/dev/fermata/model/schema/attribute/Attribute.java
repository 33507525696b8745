package dev.fermata.model.schema.attribute;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A row of an attribute table: all that there is to know about one attribute. */
public final class Attribute<T> {

  /** Properties that an attribute may have beside its shape. */
  public enum Trait {
    /** Must be there. */
    REQUIRED,
    /** Its zero value is printed: there it differs from absence. */
    ZERO_COUNTS,
    /** Printed as {@code null} where absent. */
    NULL_IF_ABSENT,
    /** Printed as an empty mapping where absent. */
    EMPTY_IF_ABSENT,
    /** A change of it alone does not recreate a container. */
    NOT_IN_DIGEST,
    /** Left out of Docker Compose's config hash. */
    NOT_IN_HASH,
    /** Docker Compose's JSON, and so its hash, has the name with a capital. */
    CAPITAL_IN_HASH,
    /** Whose namespace is used: {@code service:NAME} is that of a service. */
    NAMESPACE,
    /** A section of a file that {@code include} brings in. */
    INCLUDED,
    /** Never printed. */
    UNPRINTED
  }

  private final String name;
  private final Shape<T> shape;
  private final Treatment treatment;
  private final Set<Trait> traits;
  private final Optional<PathRule> pathRule;
  private final Optional<String> hashedAfter;
  private final Function<Mapping, Optional<Node>> fallback;

  private Attribute(
      String name,
      Shape<T> shape,
      Treatment treatment,
      Set<Trait> traits,
      Optional<PathRule> pathRule,
      Optional<String> hashedAfter,
      Function<Mapping, Optional<Node>> fallback) {
    this.name = name;
    this.shape = shape;
    this.treatment = treatment;
    this.traits = Set.copyOf(traits);
    this.pathRule = pathRule;
    this.hashedAfter = hashedAfter;
    this.fallback = fallback;
  }

  static <T> Attribute<T> of(String name, Shape<T> shape, Treatment treatment) {
    return new Attribute<>(
        name,
        shape,
        treatment,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        mapping -> Optional.empty());
  }

  public Attribute<T> with(Trait first, Trait... more) {
    var all = EnumSet.of(first, more);
    all.addAll(traits);
    return new Attribute<>(name, shape, treatment, all, pathRule, hashedAfter, fallback);
  }

  public Attribute<T> path(PathRule rule) {
    return new Attribute<>(
        name, shape, treatment, traits, Optional.of(rule), hashedAfter, fallback);
  }

  /**
   * Docker Compose's JSON, and so its hash, has the attribute behind the one of that name: not
   * where its YAML has it. Where a table lacks that one, the two are the same.
   */
  public Attribute<T> hashedAfter(String other) {
    return new Attribute<>(name, shape, treatment, traits, pathRule, Optional.of(other), fallback);
  }

  /** What holds where the attribute is absent from a mapping. */
  public Attribute<T> otherwise(Function<Mapping, Optional<Node>> newFallback) {
    return new Attribute<>(name, shape, treatment, traits, pathRule, hashedAfter, newFallback);
  }

  public Attribute<T> otherwise(Scalar value) {
    return otherwise(mapping -> Optional.of(value));
  }

  public String name() {
    return name;
  }

  public Shape<T> shape() {
    return shape;
  }

  public Treatment treatment() {
    return treatment;
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  public Optional<PathRule> pathRule() {
    return pathRule;
  }

  Optional<String> hashedAfter() {
    return hashedAfter;
  }

  public Optional<Node> fallback(Mapping mapping) {
    return fallback.apply(mapping);
  }

  /** The attribute's node in a mapping, canonical or not. */
  public Optional<Node> nodeIn(Mapping mapping) {
    return mapping.get(name);
  }

  /** The mapping with another value of the attribute. */
  public Mapping setIn(Mapping mapping, Node value) {
    return mapping.with(name, value);
  }

  public Mapping removedFrom(Mapping mapping) {
    return mapping.without(name);
  }

  /** The attribute's value in a canonical mapping. */
  public Optional<T> in(Mapping mapping) {
    return mapping
        .get(name)
        .filter(node -> !(node instanceof Faulty) && !Nodes.isNull(node))
        .map(shape::read);
  }

  boolean isPrinted(Node value) {
    if (is(Trait.UNPRINTED)) {
      return false;
    }
    return is(Trait.ZERO_COUNTS) ? !Nodes.isNull(value) : !shape.saysNothing(value);
  }

  /** What is printed in the attribute's place where it says nothing. */
  Optional<Mapping.Entry> standIn(Span span) {
    if (is(Trait.NULL_IF_ABSENT)) {
      return Optional.of(new Mapping.Entry(span, Scalar.nothing(span)));
    }
    return is(Trait.EMPTY_IF_ABSENT)
        ? Optional.of(new Mapping.Entry(span, emptied(span)))
        : Optional.empty();
  }

  private Node emptied(Span span) {
    return shape.canonical(Mapping.empty(span), Site.root(new ArrayList<>()));
  }

  @Override
  public String toString() {
    return name;
  }
}
