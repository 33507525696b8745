/**
 * The language of command lines: flags, operands, commands and their sub-commands, and what the
 * arguments of a call say in it. What a command does is not known here.
 */
@NullMarked
package dev.fermata.cli.grammar;

import org.jspecify.annotations.NullMarked;
