/** From the canonical document to the typed {@link dev.fermata.model.Project}, theme by theme. */
@NullMarked
package dev.fermata.model.load.bind;

import org.jspecify.annotations.NullMarked;
