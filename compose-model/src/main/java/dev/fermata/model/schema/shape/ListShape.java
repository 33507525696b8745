package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.MergeRules;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * A list. With a {@code key}, the last item of each key wins in a merge; {@code distinct} lists
 * must not repeat an item.
 */
public record ListShape<T>(Shape<T> item, Optional<ItemKey> key, Optional<Rule> rule)
    implements Shape<List<T>> {

  /** What a list demands of its items as a whole. */
  enum Rule {
    DISTINCT
  }

  ListShape(Shape<T> item) {
    this(item, Optional.empty(), Optional.empty());
  }

  public ListShape<T> uniqueBy(ItemKey newKey) {
    return new ListShape<>(item, Optional.of(newKey), rule);
  }

  /** Each value once: a repeated one is dropped in a merge. What has a {@code =} has a name. */
  public ListShape<T> unique() {
    return uniqueBy(ItemKeys.NAME);
  }

  /** A repeated item is a mistake. */
  public ListShape<T> distinct() {
    return new ListShape<>(item, key, Optional.of(Rule.DISTINCT));
  }

  @Override
  public String description() {
    return "a list";
  }

  @Override
  public Form form() {
    return new Form.ListOf(
        item.form(), rule.isPresent() ? Form.Repeats.REFUSED : Form.Repeats.ALLOWED);
  }

  @Override
  public String merging() {
    return key.map(one -> "appended; the later one of the same %s wins".formatted(one.called()))
        .orElse("appended, without what is there already");
  }

  @Override
  public Node expand(Node node, Site site) {
    if (!(node instanceof Sequence sequence)) {
      return node;
    }
    return walk(sequence, site, (one, at) -> item.expand(one, at).withTag(one.tag()));
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    if (!(base instanceof Sequence low) || !(over instanceof Sequence high)) {
      return MergeRules.generic(base, over, site);
    }
    return key.map(k -> MergeRules.byKey(low, high, k.of()))
        .orElseGet(() -> MergeRules.append(low, high));
  }

  @Override
  public Node check(Node node, Site site) {
    if (node instanceof Faulty) {
      return node;
    }
    if (!(node instanceof Sequence sequence)) {
      return site.wrongType(node, description());
    }
    if (rule.isPresent()) {
      reportRepeated(sequence, site);
    }
    return walk(sequence, site, item::check);
  }

  static void reportRepeated(Sequence sequence, Site site) {
    var seen = new HashMap<Object, Node>();
    for (Node one : sequence.items()) {
      Node first = Nodes.isSound(one) ? seen.putIfAbsent(Nodes.value(one), one) : null;
      if (first != null) {
        site.add(
            Diagnostic.error(
                    Code.DUPLICATE_VALUE,
                    one.span(),
                    "`%s` repeats an item",
                    Quote.name(site.name()))
                .related(first.span(), "the first one"));
      }
    }
  }

  @Override
  public Node canonical(Node node, Site site) {
    return node instanceof Sequence sequence ? walk(sequence, site, item::canonical) : node;
  }

  private interface Step {
    Node apply(Node one, Site at);
  }

  private static Sequence walk(Sequence sequence, Site site, Step step) {
    var items = new ArrayList<Node>();
    for (int i = 0; i < sequence.items().size(); i++) {
      items.add(step.apply(sequence.items().get(i), site.index(i)));
    }
    return sequence.withItems(items);
  }

  @Override
  public List<T> read(Node canonical) {
    return canonical instanceof Sequence sequence
        ? sequence.items().stream().filter(Nodes::isSound).map(item::read).toList()
        : List.of();
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return Nodes.isNull(canonical)
        || (canonical instanceof Sequence sequence && sequence.items().isEmpty());
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return Optional.of(item);
  }
}
