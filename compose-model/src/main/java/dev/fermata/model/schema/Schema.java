package dev.fermata.model.schema;

import dev.fermata.model.source.Path;
import dev.fermata.model.tree.Mapping;
import java.util.Optional;

/** The schema of a Compose file as a whole. */
public final class Schema {
  /** A whole document. */
  public static final Shape<Mapping> FILE = ProjectTable.TABLE.shape();

  /** A service. */
  public static final Shape<Mapping> SERVICE = ServiceTable.TABLE.shape();

  /** What a hook before the start may say. */
  public static final Shape<Mapping> PRE_START = PreStartTable.TABLE.shape();

  private Schema() {}

  /** What a text at a place is to become after interpolation. */
  public static Optional<Cast> castAt(Path path) {
    Optional<Shape<?>> shape = Optional.of(FILE);
    for (String segment : path.segments()) {
      shape = shape.flatMap(above -> above.below(segment));
    }
    return shape.flatMap(Shape::cast);
  }
}
