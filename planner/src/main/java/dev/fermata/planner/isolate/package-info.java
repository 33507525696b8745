/**
 * Copies of one project beside each other: names that would be the same in all of them, and ports
 * of the host. What a copy has otherwise is a change of the project, made after its load; nothing
 * is written anywhere.
 */
@NullMarked
package dev.fermata.planner.isolate;

import org.jspecify.annotations.NullMarked;
