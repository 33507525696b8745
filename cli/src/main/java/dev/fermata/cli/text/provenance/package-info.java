/** Where values come from, as tables and as JSON. */
@NullMarked
package dev.fermata.cli.text.provenance;

import org.jspecify.annotations.NullMarked;
