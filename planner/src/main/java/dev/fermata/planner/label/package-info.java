/**
 * The labels on what we create: which there are, what stands in them, and how they are read back.
 */
@NullMarked
package dev.fermata.planner.label;

import org.jspecify.annotations.NullMarked;
