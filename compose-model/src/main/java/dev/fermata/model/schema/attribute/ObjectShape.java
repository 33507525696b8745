package dev.fermata.model.schema.attribute;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping with the attributes of a table. */
public record ObjectShape(Table rows, Optional<Rule> rule) implements Shape<Mapping> {

  /** Whether nothing may stand for the mapping. */
  enum Rule {
    MAY_BE_NULL,
    /** And is printed as an empty mapping. */
    NULL_IS_EMPTY
  }

  ObjectShape(Table rows) {
    this(rows, Optional.empty());
  }

  public ObjectShape orNull() {
    return new ObjectShape(rows, Optional.of(Rule.MAY_BE_NULL));
  }

  public ObjectShape nullIsEmpty() {
    return new ObjectShape(rows, Optional.of(Rule.NULL_IS_EMPTY));
  }

  @Override
  public String description() {
    return "a mapping";
  }

  @Override
  public Form form() {
    return rule.isPresent() ? Form.orNothing(new Form.Attributes(rows)) : new Form.Attributes(rows);
  }

  @Override
  public String merging() {
    return "merged key by key";
  }

  @Override
  public Node expand(Node node, Site site) {
    if (!(node instanceof Mapping written)) {
      return node;
    }
    Mapping mapping = rows.renamed(written, site);
    return mapping.mapValues(
        (key, value) -> rows.shape(key).expand(value, site.key(key)).withTag(value.tag()));
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return base instanceof Mapping low && over instanceof Mapping high
        ? MergeRules.mappings(low, high, rows::shape, site)
        : MergeRules.generic(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    if (node instanceof Faulty || (rule.isPresent() && Nodes.isNull(node))) {
      return node;
    }
    return node instanceof Mapping mapping
        ? rows.check(mapping, site)
        : site.wrongType(node, description());
  }

  @Override
  public Node canonical(Node node, Site site) {
    if (node instanceof Mapping mapping) {
      return canonical(mapping, site);
    }
    return Nodes.isNull(node) && rule.equals(Optional.of(Rule.NULL_IS_EMPTY))
        ? canonical(Mapping.empty(node.span()), site)
        : node;
  }

  private Mapping canonical(Mapping mapping, Site site) {
    Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
    for (Attribute<?> attribute : rows.attributes()) {
      if (rows.isExtension(attribute.name())) {
        continue;
      }
      Optional.ofNullable(mapping.entries().get(attribute.name()))
          .map(e -> e.withValue(attribute.shape().canonical(e.value(), site.key(attribute.name()))))
          .filter(e -> attribute.isPrinted(e.value()))
          .or(() -> attribute.standIn(mapping.span()))
          .ifPresent(e -> entries.put(attribute.name(), e));
    }
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (rows.isExtension(key)) {
            entries.put(
                key, entry.withValue(rows.shape(key).canonical(entry.value(), site.key(key))));
          }
        });
    return mapping.withEntries(entries);
  }

  @Override
  public Mapping read(Node canonical) {
    return canonical instanceof Mapping mapping ? mapping : Mapping.empty(canonical.span());
  }

  @Override
  public Optional<Table> table() {
    return Optional.of(rows);
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return Optional.of(rows.shape(segment));
  }
}
