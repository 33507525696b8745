/**
 * Diagnostics as users read them, with the lines of their files. Knows what may be secret in a line
 * by reading the file; where it is printed is for others to know.
 */
@NullMarked
package dev.fermata.model.report;

import org.jspecify.annotations.NullMarked;
