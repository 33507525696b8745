/**
 * Help in all its forms, made of the tables that are the grammar: pages on a terminal, and manual
 * pages. What a command does is not known here.
 */
@NullMarked
package dev.fermata.cli.manual;

import org.jspecify.annotations.NullMarked;
