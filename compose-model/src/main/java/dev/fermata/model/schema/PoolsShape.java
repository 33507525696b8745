package dev.fermata.model.schema;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Address pools: those of the same subnet are merged. */
record PoolsShape(ListShape<Mapping> list) implements Shape<List<Mapping>> {
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
      return Merging.generic(base, over, site);
    }
    var pools = new LinkedHashMap<String, Node>();
    low.items().forEach(pool -> pools.put(Keys.subnet(pool), pool));
    for (Node pool : high.items()) {
      String subnet = Keys.subnet(pool);
      Merging.onto(Optional.ofNullable(pools.get(subnet)), pool, list.item(), site)
          .ifPresentOrElse(merged -> pools.put(subnet, merged), () -> pools.remove(subnet));
    }
    return low.withItems(List.copyOf(pools.values()));
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
