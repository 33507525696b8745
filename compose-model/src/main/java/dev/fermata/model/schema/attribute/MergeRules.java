package dev.fermata.model.schema.attribute;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.MergeTag;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules by which one document is laid over another. */
public final class MergeRules {
  private MergeRules() {}

  /** Obeys the tag of {@code over}; empty where nothing is left. */
  public static Optional<Node> onto(Optional<Node> base, Node over, Shape<?> shape, Site site) {
    return switch (over.tag()) {
      case RESET -> Optional.empty();
      case OVERRIDE -> Optional.of(instead(base, alone(over, shape, site)));
      case NONE ->
          Optional.of(
              base.map(b -> shape.merge(b, over, site)).orElseGet(() -> alone(over, shape, site)));
    };
  }

  private static Node instead(Optional<Node> base, Node over) {
    return base.map(over::replacing).orElse(over);
  }

  /**
   * A value with nothing below it: its own duplicates and tags still count. Most have none, and
   * stay the same object.
   */
  private static Node alone(Node over, Shape<?> shape, Site site) {
    Node bare = over.withTag(MergeTag.NONE);
    return switch (bare) {
      case Mapping mapping ->
          unlessSame(mapping, shape.merge(mapping.withEntries(Map.of()), bare, site));
      case Sequence sequence ->
          unlessSame(sequence, shape.merge(sequence.withItems(List.of()), bare, site));
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }

  @SuppressWarnings("ReferenceEquality") // equal ones need not be compared to their ends
  private static Node unlessSame(Mapping bare, Node merged) {
    return merged instanceof Mapping mapping && mapping.entries() == bare.entries() ? bare : merged;
  }

  private static Node unlessSame(Sequence bare, Node merged) {
    return merged instanceof Sequence sequence && areSame(sequence.items(), bare.items())
        ? bare
        : merged;
  }

  @SuppressWarnings("ReferenceEquality") // as above
  private static boolean areSame(List<Node> some, List<Node> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i) == others.get(i);
    }
    return same;
  }

  /** What holds where no attribute says otherwise. */
  public static Node generic(Node base, Node over, Site site) {
    if (over instanceof Faulty || Nodes.isNull(over)) {
      return base;
    }
    return switch (base) {
      case Mapping low when over instanceof Mapping high ->
          mappings(low, high, key -> AnyShape.ANY, site);
      case Sequence low when over instanceof Sequence high -> append(low, high);
      case Mapping low -> conflict(low, over, site);
      case Sequence low -> conflict(low, over, site);
      case Scalar low when low.isNull() -> Nodes.withoutTags(over);
      case Scalar low -> Nodes.withoutTags(over).replacing(low);
      case Faulty low -> Nodes.withoutTags(over);
    };
  }

  public static Node conflict(Node base, Node over, Site site) {
    site.add(
        Diagnostic.error(
                Code.MERGE_CONFLICT,
                over.span(),
                "%s cannot be laid over %s as `%s`",
                Quote.word(Nodes.describe(over)),
                Quote.word(Nodes.describe(base)),
                Quote.name(site.name()))
            .hint("write both in the same form, or replace the value below by `!override`")
            .related(base.span(), "the value below"));
    return new Faulty(over.span());
  }

  public static Mapping mappings(
      Mapping base, Mapping over, Function<String, Shape<?>> shapes, Site site) {
    if (base.entries().isEmpty()) {
      return base.withEntries(
          over.mapPresent(
                  (key, value) -> onto(Optional.empty(), value, shapes.apply(key), site.key(key)))
              .entries());
    }
    var merged = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach((key, entry) -> {
          Optional<Node> below = Optional.ofNullable(merged.get(key)).map(Mapping.Entry::value);
          onto(below, entry.value(), shapes.apply(key), site.key(key))
              .ifPresentOrElse(
                  value -> merged.put(key, entry.withValue(value)), () -> merged.remove(key));
        });
    return base.withEntries(merged);
  }

  /** Adds what is not there yet, item by item; a list with nothing below it may repeat itself. */
  public static Sequence append(Sequence base, Sequence over) {
    var known = new HashSet<Object>();
    base.items().forEach(low -> known.add(Nodes.value(low)));
    var removed = new HashSet<Object>();
    var items = new ArrayList<>(base.items());
    for (Node item : over.items()) {
      if (item.tag() == MergeTag.RESET) {
        removed.add(Nodes.value(item));
      } else if (!known.contains(Nodes.value(item))) {
        items.add(Nodes.withoutTags(item));
        if (!base.items().isEmpty()) {
          known.add(Nodes.value(item));
        }
      }
    }
    items.removeIf(item -> removed.contains(Nodes.value(item)));
    return base.withItems(items);
  }

  /** The last item of a key wins, at the place of the first one. */
  public static Sequence byKey(Sequence base, Sequence over, Function<Node, String> keys) {
    var items = new LinkedHashMap<String, Node>();
    base.items().forEach(item -> items.put(keys.apply(item), item));
    for (Node item : over.items()) {
      if (item.tag() == MergeTag.RESET) {
        items.remove(keys.apply(item));
      } else {
        items.merge(keys.apply(item), Nodes.withoutTags(item), (low, high) -> high.replacing(low));
      }
    }
    return base.withItems(List.copyOf(items.values()));
  }
}
