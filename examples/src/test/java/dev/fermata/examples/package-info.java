/** The examples, loaded and planned without an engine, and run up and down on a real one. */
@NullMarked
package dev.fermata.examples;

import org.jspecify.annotations.NullMarked;
