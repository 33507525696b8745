/** What a command is planned from: what is wanted, what is there by name, what is asked. */
@NullMarked
package dev.fermata.planner.input;

import org.jspecify.annotations.NullMarked;
