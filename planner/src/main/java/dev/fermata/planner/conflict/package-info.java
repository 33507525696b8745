/**
 * What a plan would run into half way: names, ports, addresses, partners and paused containers,
 * refused before anything is done.
 */
@NullMarked
package dev.fermata.planner.conflict;

import org.jspecify.annotations.NullMarked;
