/**
 * Images: pulled with the docker client's logins, built by the engine's own builder from a context
 * that is sent as a tar stream.
 */
@NullMarked
package dev.fermata.runner.docker.image;

import org.jspecify.annotations.NullMarked;
