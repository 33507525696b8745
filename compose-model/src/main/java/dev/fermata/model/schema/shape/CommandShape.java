package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
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
  public Form form() {
    boolean orNothing = kinds.contains(Scalar.Kind.NULL);
    return Form.either(orNothing ? Form.orNothing(Form.text()) : Form.text(), WORDS.form());
  }

  @Override
  public String merging() {
    return "the later one wins as a whole";
  }

  @Override
  public Node check(Node node, Site site) {
    boolean fits = node instanceof Scalar scalar && kinds.contains(scalar.kind());
    if (fits || node instanceof Faulty) {
      return node;
    }
    return node instanceof Sequence ? WORDS.check(node, site) : site.wrongType(node, description());
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
