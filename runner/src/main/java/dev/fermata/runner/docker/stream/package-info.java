/** Answers that come bit by bit: output of containers, log lines and events. */
@NullMarked
package dev.fermata.runner.docker.stream;

import org.jspecify.annotations.NullMarked;
