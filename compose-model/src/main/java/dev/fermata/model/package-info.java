/**
 * What a Compose project is, as typed values: the result of the load. Knows no YAML, no files and
 * no engine.
 */
@NullMarked
package dev.fermata.model;

import org.jspecify.annotations.NullMarked;
