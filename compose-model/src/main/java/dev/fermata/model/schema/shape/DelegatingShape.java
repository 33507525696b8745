package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.tree.Node;
import java.util.Optional;

/** A shape that does as another one does, but for what it overrides. */
interface DelegatingShape<T> extends Shape<T> {
  Shape<T> shape();

  @Override
  default String description() {
    return shape().description();
  }

  @Override
  default Form form() {
    return shape().form();
  }

  @Override
  default String merging() {
    return shape().merging();
  }

  @Override
  default Node expand(Node node, Site site) {
    return shape().expand(node, site);
  }

  @Override
  default Node merge(Node base, Node over, Site site) {
    return shape().merge(base, over, site);
  }

  @Override
  default Node check(Node node, Site site) {
    return shape().check(node, site);
  }

  @Override
  default Node canonical(Node node, Site site) {
    return shape().canonical(node, site);
  }

  @Override
  default T read(Node canonical) {
    return shape().read(canonical);
  }

  @Override
  default boolean saysNothing(Node canonical) {
    return shape().saysNothing(canonical);
  }

  @Override
  default Optional<Shape<?>> below(String segment) {
    return shape().below(segment);
  }

  @Override
  default Optional<Table> table() {
    return shape().table();
  }

  @Override
  default Optional<Cast> cast() {
    return shape().cast();
  }
}
