/** Tar archives, written while they are sent. */
@NullMarked
package dev.fermata.runner.docker.archive;

import org.jspecify.annotations.NullMarked;
