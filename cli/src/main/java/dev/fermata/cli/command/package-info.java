/**
 * One class per command: its flags, and what it does with them, ending in a value. What the process
 * gives (environment, folder, streams) comes in as an {@link dev.fermata.cli.command.Invocation};
 * exit codes are not known here.
 */
@NullMarked
package dev.fermata.cli.command;

import org.jspecify.annotations.NullMarked;
