package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.MergeRules;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.MergeTag;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Address pools: those of the list above count, each laid over the one of its subnet. Docker
 * Compose lays it over others as well, where there are several below.
 */
public record PoolsShape(ListShape<Mapping> list) implements Shape<List<Mapping>> {
  @Override
  public String description() {
    return list.description();
  }

  @Override
  public Form form() {
    return list.form();
  }

  @Override
  public String merging() {
    return "pools of the same `subnet` are merged";
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    if (!(base instanceof Sequence low) || !(over instanceof Sequence high)) {
      return MergeRules.generic(base, over, site);
    }
    if (takesAway(high)) {
      return MergeRules.byKey(low, high, ItemKeys::subnet);
    }
    var lows = new HashMap<String, Node>();
    low.items().forEach(pool -> lows.putIfAbsent(ItemKeys.subnet(pool), pool));
    var pools = new ArrayList<Node>();
    for (Node pool : high.items()) {
      Optional<Node> below = Optional.ofNullable(lows.get(ItemKeys.subnet(pool)));
      MergeRules.onto(below, pool, list.item(), site).ifPresent(pools::add);
    }
    return low.withItems(pools);
  }

  /** A list of nothing but {@code !reset} brings no pools of its own. */
  private static boolean takesAway(Sequence pools) {
    return !pools.items().isEmpty()
        && pools.items().stream().allMatch(pool -> pool.tag() == MergeTag.RESET);
  }

  @Override
  public Node check(Node node, Site site) {
    return list.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return list.canonical(node, site);
  }

  @Override
  public List<Mapping> read(Node canonical) {
    return list.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return list.saysNothing(canonical);
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return list.below(segment);
  }
}
