/** Stops of containers, and in which order. */
@NullMarked
package dev.fermata.planner.stop;

import org.jspecify.annotations.NullMarked;
