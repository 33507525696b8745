package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.MergeRules;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Names with values, written as a mapping or as a list of {@code NAME=VALUE}. A name without a
 * value counts in a merge like any other. A list with variables in its names stays one for as long
 * as they are not filled in: the names of a mapping never are.
 */
record PairsShape<T>(MapShape<T> map, Bare bare) implements Shape<SortedMap<String, T>> {

  /** What a name alone stands for in a list. */
  enum Bare {
    ALLOWED,
    REFUSED,
    /** It takes its value from outside; its name must not end in a space, as it would be missed. */
    FROM_OUTSIDE
  }

  PairsShape(MapShape<T> map) {
    this(map, Bare.ALLOWED);
  }

  @Override
  public String description() {
    return "a mapping or a list of `NAME=VALUE`";
  }

  @Override
  public Form form() {
    return Form.either(map.form(), Form.listOf(Form.text()));
  }

  @Override
  public String merging() {
    return "merged by name";
  }

  @Override
  public Node expand(Node node, Site site) {
    if (node instanceof Mapping mapping) {
      reportEmptyName(mapping, site);
    }
    if (!(node instanceof Sequence sequence)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    for (int i = 0; i < sequence.items().size(); i++) {
      if (sequence.items().get(i) instanceof Scalar scalar && Nodes.isText(scalar)) {
        add(entries, scalar, site.index(i));
      } else {
        site.index(i).wrongType(sequence.items().get(i), "a text `NAME=VALUE`");
      }
    }
    boolean open = entries.keySet().stream().anyMatch(site::mayChange);
    return open ? sequence : Mapping.of(entries, sequence.span()).withTag(sequence.tag());
  }

  private static void reportEmptyName(Mapping mapping, Site site) {
    Mapping.Entry nameless = mapping.entries().get("");
    if (nameless != null) {
      site.faulty(Code.INVALID_VALUE, nameless.keySpan(), "a name is empty");
    }
  }

  private void add(LinkedHashMap<String, Mapping.Entry> entries, Scalar pair, Site site) {
    int equals = pair.text().indexOf('=');
    String name = equals < 0 ? pair.text() : pair.text().substring(0, equals);
    if (bare == Bare.FROM_OUTSIDE && (name.endsWith(" ") || name.endsWith("\t"))) {
      site.add(
          Diagnostic.error(
                  Code.INVALID_VALUE,
                  ScalarShape.part(pair, 0, name.length()),
                  "the name `%s` ends in a space",
                  pair.quote().part(0, name.length()))
              .hint("write `NAME=VALUE`, without spaces around the `=`"));
      return;
    }
    if (equals < 0 && bare == Bare.REFUSED) {
      site.faulty(Code.INVALID_VALUE, pair.span(), "`%s` has no value: `NAME=VALUE`", pair.quote());
      return;
    }
    Node value =
        equals < 0
            ? Scalar.nothing(pair.span())
            : TextParts.of(pair, equals + 1, pair.text().length());
    entries.put(
        name,
        new Mapping.Entry(
            ScalarShape.part(pair, 0, Math.max(1, name.length())),
            value.withTag(pair.tag()),
            pair.history().part(0, name.length())));
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    if (base instanceof Sequence || over instanceof Sequence) {
      Node merged =
          merge(UninterpolatedPairs.mapping(base), UninterpolatedPairs.mapping(over), site);
      return merged instanceof Mapping whole ? UninterpolatedPairs.list(whole) : merged;
    }
    if (!(base instanceof Mapping low) || !(over instanceof Mapping high)) {
      return MergeRules.generic(base, over, site);
    }
    return MergeRules.mappings(low, high, key -> new ReplacingShape<>(map.value()), site);
  }

  @Override
  public Node check(Node node, Site site) {
    if (node instanceof Sequence) {
      return node;
    }
    return node instanceof Scalar ? site.wrongType(node, description()) : map.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return map.canonical(node, site);
  }

  @Override
  public SortedMap<String, T> read(Node canonical) {
    return map.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return map.saysNothing(canonical);
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return map.below(segment);
  }
}
