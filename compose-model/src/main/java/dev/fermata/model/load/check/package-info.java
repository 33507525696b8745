/**
 * What is wrong with a document, or has no effect: by the attribute tables, and by what its parts
 * say of each other.
 */
@NullMarked
package dev.fermata.model.load.check;

import org.jspecify.annotations.NullMarked;
