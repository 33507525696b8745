/**
 * Images that are made here: by which builder, what has to be there before, what stands in the way.
 * Dockerfiles come as texts; where they are from, and who builds, this room does not know.
 */
@NullMarked
package dev.fermata.planner.build;

import org.jspecify.annotations.NullMarked;
