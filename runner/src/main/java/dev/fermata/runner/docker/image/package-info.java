/** Images: pulling with the docker client's logins, building by the engine's own builder. */
@NullMarked
package dev.fermata.runner.docker.image;

import org.jspecify.annotations.NullMarked;
