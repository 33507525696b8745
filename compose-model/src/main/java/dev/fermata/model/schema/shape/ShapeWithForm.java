package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;

/** A shape whose values another stage has brought here from the forms that they may have. */
public record ShapeWithForm<T>(Shape<T> shape, Form form) implements DelegatingShape<T> {}
