/**
 * A plan as plain values (maps, lists, texts, numbers, switches), which any format can hold, and
 * back. Written by hand for each type: a plan that was written has to be read for years. Knows no
 * format.
 */
@NullMarked
package dev.fermata.planner.written;

import org.jspecify.annotations.NullMarked;
