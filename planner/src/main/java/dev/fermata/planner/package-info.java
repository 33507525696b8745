/** From what is wanted and what is there to a plan: pure, deterministic, without I/O or clock. */
@NullMarked
package dev.fermata.planner;

import org.jspecify.annotations.NullMarked;
