/**
 * Carries a plan out and reports everything; what is to be done the plan decides. Of itself it
 * decides when an attached run is over, and when to plan again.
 */
@NullMarked
package dev.fermata.runner;

import org.jspecify.annotations.NullMarked;
