/** Input that wants to cost time or memory without bound, or to bring the program down. */
@NullMarked
package dev.fermata.cli.hostile;

import org.jspecify.annotations.NullMarked;
