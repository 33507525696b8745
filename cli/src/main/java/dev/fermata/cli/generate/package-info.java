/**
 * A Compose file made of containers that are there already. Values in, a document out: it knows no
 * engine and prints nothing.
 */
@NullMarked
package dev.fermata.cli.generate;

import org.jspecify.annotations.NullMarked;
