/**
 * What an attribute is: its row in a table, its shape, how it may be written, and the walk through
 * a document by shapes.
 */
@NullMarked
package dev.fermata.model.schema.attribute;

import org.jspecify.annotations.NullMarked;
