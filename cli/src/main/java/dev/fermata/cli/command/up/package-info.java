/**
 * The commands that make what the files want: all of it, some of it, more of it, or its plan alone.
 * They have their flags in common; what becomes of containers the planner says.
 */
@NullMarked
package dev.fermata.cli.command.up;

import org.jspecify.annotations.NullMarked;
