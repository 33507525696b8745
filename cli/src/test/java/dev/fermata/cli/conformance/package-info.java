/**
 * Holds {@code config} to what Docker Compose makes of the same files: the cases of {@code
 * src/test/cases/conformance}, in this process, and others where {@code FERMATA_SHARED} names a
 * folder with a larger corpus. {@code BatchMain} answers that corpus' own runner.
 */
@NullMarked
package dev.fermata.cli.conformance;

import org.jspecify.annotations.NullMarked;
