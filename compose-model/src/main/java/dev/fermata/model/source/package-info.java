/** Where text came from: files, spans and document paths. Knows nothing of YAML or of Compose. */
@NullMarked
package dev.fermata.model.source;

import org.jspecify.annotations.NullMarked;
