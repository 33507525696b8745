/**
 * Containers, from what is there to what is wanted: what exactly is created, how one replaces
 * another, and what goes.
 */
@NullMarked
package dev.fermata.planner.container;

import org.jspecify.annotations.NullMarked;
