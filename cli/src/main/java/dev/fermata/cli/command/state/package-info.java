/**
 * The commands about containers that are there, as they run: killed, frozen, let go on, awaited.
 * Labels are enough for them; whom they are about the planner says.
 */
@NullMarked
package dev.fermata.cli.command.state;

import org.jspecify.annotations.NullMarked;
