/** What becomes of each container of a service: kept, started, made anew, removed, and why. */
@NullMarked
package dev.fermata.planner.decision;

import org.jspecify.annotations.NullMarked;
