package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.MergeRules;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.List;

/** A single value or a list, which is merged as it is written and printed as a list. */
public record OneOrListShape<T>(EitherShape written, ListShape<T> list) implements Shape<List<T>> {
  @Override
  public String description() {
    return written.description();
  }

  @Override
  public Form form() {
    return written.form();
  }

  @Override
  public String merging() {
    return written.merging();
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return MergeRules.generic(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    return written.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return node instanceof Scalar
        ? list.canonical(Sequence.of(List.of(node), node.span()), site)
        : list.canonical(node, site);
  }

  @Override
  public List<T> read(Node canonical) {
    return list.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return list.saysNothing(canonical);
  }
}
