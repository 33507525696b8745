/**
 * One class per command, those that share more in rooms below: its flags, and what it does with
 * them, ending in a value. Groups of flags that several have are beside them. Exit codes are not
 * known here.
 */
@NullMarked
package dev.fermata.cli.command;

import org.jspecify.annotations.NullMarked;
