package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.MergeRules;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.text.GoText;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A mapping whose keys are the user's: printed in the order of its keys. */
record MapShape<T>(Shape<T> value, Pattern keys) implements Shape<SortedMap<String, T>> {
  static final Pattern ANY_KEY = Pattern.compile("(?s).*");
  static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");

  @Override
  public String description() {
    return "a mapping";
  }

  @Override
  public Form form() {
    return new Form.MapOf(value.form(), keys == NAME ? Optional.of(NAME) : Optional.empty());
  }

  @Override
  public String merging() {
    return "merged key by key";
  }

  private interface Step {
    Node apply(Node one, Site at);
  }

  private static Mapping walk(Mapping mapping, Site site, Step step) {
    return mapping.mapValues((key, value) -> step.apply(value, site.key(key)));
  }

  @Override
  public Node expand(Node node, Site site) {
    return node instanceof Mapping mapping
        ? walk(mapping, site, (one, at) -> value.expand(one, at).withTag(one.tag()))
        : node;
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return base instanceof Mapping low && over instanceof Mapping high
        ? MergeRules.mappings(low, high, key -> value, site)
        : MergeRules.generic(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    if (node instanceof Faulty) {
      return node;
    }
    if (!(node instanceof Mapping mapping)) {
      return site.wrongType(node, description());
    }
    mapping.entries().forEach((key, entry) -> checkKey(key, entry, site));
    return walk(mapping, site, value::check);
  }

  private void checkKey(String key, Mapping.Entry entry, Site site) {
    if (!keys.matcher(key).matches() && !site.mayChange(key)) {
      site.faulty(
          Code.INVALID_VALUE,
          entry.keySpan(),
          "`%s` is not a name: letters, digits, `.`, `_` and `-` make one",
          entry.quote(key));
    }
  }

  @Override
  public Node canonical(Node node, Site site) {
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    Map<String, Mapping.Entry> sorted = new TreeMap<>(GoText.ORDER);
    sorted.putAll(walk(mapping, site, value::canonical).entries());
    return mapping.withEntries(sorted);
  }

  @Override
  public SortedMap<String, T> read(Node canonical) {
    var values = new TreeMap<String, T>();
    if (canonical instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((key, entry) -> {
            if (Nodes.isSound(entry.value())) {
              values.put(key, value.read(entry.value()));
            }
          });
    }
    return Collections.unmodifiableSortedMap(values);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return Nodes.isNull(canonical)
        || (canonical instanceof Mapping mapping && mapping.entries().isEmpty());
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return Optional.of(value);
  }
}
