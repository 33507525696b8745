package dev.fermata.model.schema.shape;

import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;

/** A shape whose values are written in forms that another stage has seen to. */
public record Written<T>(Shape<T> shape, Form form) implements Around<T> {}
