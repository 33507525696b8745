package dev.fermata.model.schema;

import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The words of a command, or a text that becomes words only at the end. Empty is not absent. {@code
 * kinds} are those of the single values that may stand for the words.
 */
record CommandShape(Set<Scalar.Kind> kinds, BiFunction<Scalar, Site, Node> splitter)
    implements Shape<List<String>> {
  private static final ListShape<String> WORDS = new ListShape<>(Scalars.TEXT);

  @Override
  public String description() {
    return "a text or a list of texts";
  }

  @Override
  public Node check(Node node, Site site) {
    if (node instanceof Scalar scalar && kinds.contains(scalar.kind())) {
      return node;
    }
    return node instanceof Scalar ? site.wrongType(node, description()) : WORDS.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return node instanceof Scalar scalar && Nodes.isText(scalar)
        ? splitter.apply(scalar, site)
        : node;
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return WORDS.saysNothing(canonical);
  }

  @Override
  public List<String> read(Node canonical) {
    return WORDS.read(canonical);
  }
}
