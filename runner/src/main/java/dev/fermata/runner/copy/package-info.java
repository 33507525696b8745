/**
 * Copies between the files of this machine and those in containers, by the rules of {@code docker
 * cp}. Streams everything; knows no command line.
 */
@NullMarked
package dev.fermata.runner.copy;

import org.jspecify.annotations.NullMarked;
