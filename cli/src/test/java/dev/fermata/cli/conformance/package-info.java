/**
 * Runs the conformance corpus, named by the environment variable {@code FERMATA_SHARED}, in this
 * process; {@code BatchMain} answers the corpus' own runner.
 */
@NullMarked
package dev.fermata.cli.conformance;

import org.jspecify.annotations.NullMarked;
