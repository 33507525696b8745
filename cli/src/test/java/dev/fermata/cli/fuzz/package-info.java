/** Loads mutated cases of conformance: whatever comes of them, it must be an orderly end. */
@NullMarked
package dev.fermata.cli.fuzz;

import org.jspecify.annotations.NullMarked;
