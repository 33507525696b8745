/**
 * HTTP/1.1 to an engine over a Unix socket or TCP, as docker-java's transport. Knows connections,
 * deadlines and framing; knows nothing of containers.
 */
@NullMarked
package dev.fermata.runner.docker.transport;

import org.jspecify.annotations.NullMarked;
