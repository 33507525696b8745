/** Images: which have to come, how, and what stands in the way. */
@NullMarked
package dev.fermata.planner.image;

import org.jspecify.annotations.NullMarked;
