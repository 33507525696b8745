/**
 * Builds by the docker client's plugin {@code buildx}, with builders that are not the engine's own:
 * a build becomes the definition that {@code bake} reads, and what it says becomes values.
 */
@NullMarked
package dev.fermata.runner.docker.buildx;

import org.jspecify.annotations.NullMarked;
