/**
 * Digests of texts and bytes, as all modules need them: for names, for what has changed, for
 * registries.
 */
@NullMarked
package dev.fermata.model.digest;

import org.jspecify.annotations.NullMarked;
