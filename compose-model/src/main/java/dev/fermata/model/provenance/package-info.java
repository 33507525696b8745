/**
 * Where the values of a loaded model come from: reads what the stages of the load noted on its
 * nodes. Knows nothing of files, and not how it is printed.
 */
@NullMarked
package dev.fermata.model.provenance;

import org.jspecify.annotations.NullMarked;
