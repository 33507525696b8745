/**
 * Addresses of a network that services have by choice, beside those that the engine gives by
 * chance: who has to have one before whom, and who has to leave one. Ports are none of its
 * business.
 */
@NullMarked
package dev.fermata.planner.address;

import org.jspecify.annotations.NullMarked;
