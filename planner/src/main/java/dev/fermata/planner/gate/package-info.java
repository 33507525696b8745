/**
 * Gates between services: the steps that wait by a {@link dev.fermata.planner.plan.GateRule}, and
 * the same as a picture.
 */
@NullMarked
package dev.fermata.planner.gate;

import org.jspecify.annotations.NullMarked;
