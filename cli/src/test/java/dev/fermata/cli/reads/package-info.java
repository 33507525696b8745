/** What commands print that only look, beside what Docker Compose prints of the same stack. */
@NullMarked
package dev.fermata.cli.reads;

import org.jspecify.annotations.NullMarked;
