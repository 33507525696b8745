/**
 * What a document means without saying so: defaults, absolute paths, names, implied dependencies.
 */
@NullMarked
package dev.fermata.model.load.normalise;

import org.jspecify.annotations.NullMarked;
