/** The command that joins the program to a shell. */
@NullMarked
package dev.fermata.cli.command.completion;

import org.jspecify.annotations.NullMarked;
