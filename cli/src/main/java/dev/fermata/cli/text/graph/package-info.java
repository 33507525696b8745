/** Services and their gates for eyes: a tree for the terminal, and two languages that draw. */
@NullMarked
package dev.fermata.cli.text.graph;

import org.jspecify.annotations.NullMarked;
