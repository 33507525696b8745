/** The shapes of values, from single ones to lists and mappings, and their short forms. */
@NullMarked
package dev.fermata.model.schema.shape;

import org.jspecify.annotations.NullMarked;
