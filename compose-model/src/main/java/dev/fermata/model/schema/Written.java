package dev.fermata.model.schema;

/** A shape whose values are written in forms that another stage has seen to. */
record Written<T>(Shape<T> shape, Form form) implements Around<T> {}
