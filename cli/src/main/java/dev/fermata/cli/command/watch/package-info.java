/** {@code watch}: the project is brought up, and follows the changes of its files from then on. */
@NullMarked
package dev.fermata.cli.command.watch;

import org.jspecify.annotations.NullMarked;
