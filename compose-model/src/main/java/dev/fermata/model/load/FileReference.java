package dev.fermata.model.load;

import dev.fermata.model.source.Span;
import java.util.Optional;

/** A file to read, by its absolute path, and the place that names it. */
record FileReference(String path, Optional<Span> namedAt) {}
