/**
 * The canonical document as others want it: in the order in which it is printed, and as what
 * digests and hashes are made of.
 */
@NullMarked
package dev.fermata.model.canonical;

import org.jspecify.annotations.NullMarked;
