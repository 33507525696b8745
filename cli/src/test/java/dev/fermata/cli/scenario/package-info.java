/**
 * Scenarios against a real engine: a folder with a Compose file, the command as a process, what the
 * engine then holds.
 */
@NullMarked
package dev.fermata.cli.scenario;

import org.jspecify.annotations.NullMarked;
