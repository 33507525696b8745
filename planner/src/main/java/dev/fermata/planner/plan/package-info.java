/**
 * The plan as a value (steps, actions, reasons, or the problems instead), and how drafts with facts
 * become numbered steps. Knows nothing of how it is decided what to do.
 */
@NullMarked
package dev.fermata.planner.plan;

import org.jspecify.annotations.NullMarked;
