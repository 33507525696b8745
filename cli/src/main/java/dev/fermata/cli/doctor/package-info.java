/**
 * What is wrong with an engine, its disk and networks, what projects have left there, and the
 * docker client's own settings; each with what to type against it. Checks are functions from what
 * was found to findings; {@link dev.fermata.cli.doctor.Examination} alone asks the engine.
 */
@NullMarked
package dev.fermata.cli.doctor;

import org.jspecify.annotations.NullMarked;
