/**
 * What a document means without saying so: defaults, absolute paths, names, implied dependencies,
 * the canonical form.
 */
@NullMarked
package dev.fermata.model.load.normalise;

import org.jspecify.annotations.NullMarked;
