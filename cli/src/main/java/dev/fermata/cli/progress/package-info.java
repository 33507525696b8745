/**
 * How a run looks while it goes on: events folded into a screen, screens into lines, lines onto a
 * terminal; or one line per change. Decides nothing and calls no engine.
 */
@NullMarked
package dev.fermata.cli.progress;

import org.jspecify.annotations.NullMarked;
