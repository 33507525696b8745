/**
 * What is asked for: a {@link Request}, its options, and the containers that a command is about.
 */
@NullMarked
package dev.fermata.planner.request;

import org.jspecify.annotations.NullMarked;
