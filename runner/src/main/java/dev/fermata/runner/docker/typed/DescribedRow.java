package dev.fermata.runner.docker.typed;

import dev.fermata.model.schema.attribute.Attribute;
import java.util.Optional;
import java.util.function.Function;

/** An attribute of a service, and where it is to be read from; empty where it says nothing. */
record DescribedRow(Attribute<?> attribute, Function<Described, Optional<?>> value) {

  static DescribedRow of(Attribute<?> attribute, Function<Described, Optional<?>> value) {
    return new DescribedRow(attribute, value);
  }
}
