/** The files of the world as values: read once, decoded, parsed, and named by whom. */
@NullMarked
package dev.fermata.model.load.file;

import org.jspecify.annotations.NullMarked;
