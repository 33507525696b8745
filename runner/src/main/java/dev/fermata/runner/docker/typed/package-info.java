/**
 * What is off the hot path, by docker-java's typed commands on our transport, read into our own
 * records. Loading docker-java takes time: nothing outside refers to this room but where such a
 * command is called.
 */
@NullMarked
package dev.fermata.runner.docker.typed;

import org.jspecify.annotations.NullMarked;
