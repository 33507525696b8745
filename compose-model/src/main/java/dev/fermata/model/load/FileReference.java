package dev.fermata.model.load;

import dev.fermata.model.source.Span;
import java.util.Optional;

/** A file to read, by its absolute path, and the place that names it. */
record FileReference(String path, Optional<Span> namedAt) {

  /** One that no file names. */
  static FileReference given(String path) {
    return new FileReference(path, Optional.empty());
  }

  static FileReference at(Span place, String path) {
    return new FileReference(path, Optional.of(place));
  }
}
