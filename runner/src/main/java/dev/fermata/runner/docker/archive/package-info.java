/** Tar archives, written while they are sent, read while they come. */
@NullMarked
package dev.fermata.runner.docker.archive;

import org.jspecify.annotations.NullMarked;
