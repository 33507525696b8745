/** What the engine holds of a project, as plain records: one snapshot, taken by list calls. */
@NullMarked
package dev.fermata.planner.observed;

import org.jspecify.annotations.NullMarked;
