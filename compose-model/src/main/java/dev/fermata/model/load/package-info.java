/**
 * From files to a {@link dev.fermata.model.Project}: what is asked for, where its files are, and
 * the stages of the load in their order. A stage is a pure step from tree to tree that reports all
 * mistakes; those of one subject have a room of their own below. The arrows between the rooms point
 * down: {@code bind} and {@code compose} need {@code env} and {@code check}, these {@code
 * normalise} and {@code select}, and these {@code file}, {@code remote} and {@code interpolate}.
 */
@NullMarked
package dev.fermata.model.load;

import org.jspecify.annotations.NullMarked;
