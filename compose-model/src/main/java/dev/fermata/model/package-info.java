/**
 * What a Compose project is, as typed values: the result of the load. Knows no YAML, no files and
 * no engine. These are more than thirty records, which are one vocabulary: whoever reads one needs
 * its neighbours.
 */
@NullMarked
package dev.fermata.model;

import org.jspecify.annotations.NullMarked;
