package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A shape that may also be written shorter; {@code expansion} writes it out. */
public record ShortForm<T>(
    Shape<T> full, String description, Expansion expansion, UnaryOperator<Form> forms)
    implements Shape<T> {

  /** Writes a short form out; hands back what is none. */
  public interface Expansion {
    Node expand(Node node, Site site);
  }

  /** The usual one: a text in place of the full form. */
  public ShortForm(Shape<T> full, String description, Expansion expansion) {
    this(full, description, expansion, form -> Form.either(Form.text(), form));
  }

  @Override
  public Form form() {
    return forms.apply(full.form());
  }

  @Override
  public String merging() {
    return full.merging();
  }

  @Override
  public Node expand(Node node, Site site) {
    return full.expand(expansion.expand(node, site), site);
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return full.merge(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    boolean shortFormLeft = node instanceof Scalar scalar && !scalar.isNull();
    boolean fits = !shortFormLeft && (node instanceof Faulty || full.form().admits(node));
    return fits ? full.check(node, site) : site.wrongType(node, description);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return full.canonical(node, site);
  }

  @Override
  public T read(Node canonical) {
    return full.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return full.saysNothing(canonical);
  }

  @Override
  public Optional<Table> table() {
    return full.table();
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return full.below(segment);
  }
}
