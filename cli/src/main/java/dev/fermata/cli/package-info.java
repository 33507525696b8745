/**
 * The {@code fermata} program: from arguments to an exit code. Knows the process it runs in; the
 * commands do not.
 */
@NullMarked
package dev.fermata.cli;

import org.jspecify.annotations.NullMarked;
