package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.MergeRules;
import dev.fermata.model.schema.attribute.ObjectShape;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.Optional;

/** Options of one log driver mean nothing to another: they are merged only where it is the same. */
public record LoggingShape(ObjectShape object) implements Shape<Mapping> {
  @Override
  public String description() {
    return object.description();
  }

  /** Nothing is no log driver: it does not keep what is below, as it does elsewhere. */
  @Override
  public Form form() {
    return object.form();
  }

  @Override
  public String merging() {
    return "merged key by key where the driver is the same";
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    if (Nodes.isNull(over) && base instanceof Mapping) {
      return MergeRules.conflict(base, over, site);
    }
    return base instanceof Mapping low && over instanceof Mapping high && otherDriver(low, high)
        ? Nodes.withoutTags(over).replacing(base)
        : object.merge(base, over, site);
  }

  private static boolean otherDriver(Mapping low, Mapping high) {
    Optional<String> a = low.get("driver").map(Nodes::text);
    Optional<String> b = high.get("driver").map(Nodes::text);
    return a.isPresent() && b.isPresent() && !a.equals(b);
  }

  @Override
  public Node check(Node node, Site site) {
    return object.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return object.canonical(node, site);
  }

  @Override
  public Mapping read(Node canonical) {
    return object.read(canonical);
  }

  @Override
  public Optional<Table> table() {
    return object.table();
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return object.below(segment);
  }
}
