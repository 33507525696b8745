/**
 * What containers have said, and go on to say: as lines for readers, or as objects for programs.
 * Labels are enough; whose lines come in which order the runner says.
 */
@NullMarked
package dev.fermata.cli.command.logs;

import org.jspecify.annotations.NullMarked;
