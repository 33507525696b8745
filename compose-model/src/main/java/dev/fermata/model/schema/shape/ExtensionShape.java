package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.AnyShape;
import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Optional;

/**
 * An extension ({@code x-}) that is ours: merged and checked like any attribute, and printed as it
 * is written, since for Docker Compose it is one of the user's own. What is below is therefore left
 * alone by whoever changes what stands in the document.
 */
public record ExtensionShape<T>(Shape<T> shape) implements DelegatingShape<T> {

  @Override
  public Node canonical(Node node, Site site) {
    Node checked = shape.canonical(node, site);
    return isSound(checked) ? AnyShape.ANY.canonical(node, site) : checked;
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return false;
  }

  @Override
  public Optional<Shape<?>> below(String segment) {
    return Optional.empty();
  }

  @Override
  public Optional<Cast> cast() {
    return Optional.empty();
  }

  private static boolean isSound(Node node) {
    return switch (node) {
      case Mapping mapping ->
          mapping.entries().values().stream().allMatch(entry -> isSound(entry.value()));
      case Sequence sequence -> sequence.items().stream().allMatch(ExtensionShape::isSound);
      case Scalar scalar -> true;
      case Faulty faulty -> false;
    };
  }
}
