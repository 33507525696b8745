package dev.fermata.model.schema.attribute;

/** What a text becomes after interpolation, where a number or a boolean is wanted. */
public enum Cast {
  INTEGER,
  FLOAT,
  BOOLEAN
}
