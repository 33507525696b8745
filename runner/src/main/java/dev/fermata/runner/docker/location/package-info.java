/**
 * Finds the engine as the docker client does: by environment, contexts and the client's
 * configuration. Connects to nothing.
 */
@NullMarked
package dev.fermata.runner.docker.location;

import org.jspecify.annotations.NullMarked;
