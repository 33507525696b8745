/**
 * One class per command, so more of them than a room has elsewhere: its flags, and what it does
 * with them, ending in a value. Groups of flags that several have are beside them. Exit codes are
 * not known here.
 */
@NullMarked
package dev.fermata.cli.command;

import org.jspecify.annotations.NullMarked;
