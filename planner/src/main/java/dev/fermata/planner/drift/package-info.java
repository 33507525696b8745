/**
 * What of that which is there is not as it is wanted, and in which fields: containers, networks,
 * volumes, mounted images.
 */
@NullMarked
package dev.fermata.planner.drift;

import org.jspecify.annotations.NullMarked;
