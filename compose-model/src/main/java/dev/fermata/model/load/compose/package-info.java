/**
 * How several documents become one: short forms, {@code include}, {@code extends}, and the merge.
 */
@NullMarked
package dev.fermata.model.load.compose;

import org.jspecify.annotations.NullMarked;
