/**
 * What the engine is given, in its own names: containers, networks, volumes and builds, resolved.
 * Nothing in it refers to a project.
 */
@NullMarked
package dev.fermata.planner.spec;

import org.jspecify.annotations.NullMarked;
