/** Networks and volumes: made, made anew, or used as they are. */
@NullMarked
package dev.fermata.planner.resource;

import org.jspecify.annotations.NullMarked;
