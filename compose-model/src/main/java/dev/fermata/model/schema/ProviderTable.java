package dev.fermata.model.schema;

import static dev.fermata.model.schema.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.Rows.notYet;

import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.List;
import java.util.SortedMap;

/** Another program that provides a service. */
public final class ProviderTable {
  static final Table TABLE = Table.of("`provider`");

  public static final Attribute<String> TYPE =
      TABLE.add(notYet("type", Scalars.TEXT).with(REQUIRED));
  public static final Attribute<SortedMap<String, List<String>>> OPTIONS =
      TABLE.add(notYet("options", Shapes.mapOf(option())));

  private ProviderTable() {}

  private static Shape<List<String>> option() {
    return new ShortForm<>(
        Shapes.listOf(Scalars.SINGLE_VALUE), "a single value or a list", ProviderTable::asList);
  }

  private static Node asList(Node node, Site site) {
    return node instanceof Scalar scalar && !scalar.isNull()
        ? Sequence.of(List.of(node), node.span())
        : node;
  }
}
