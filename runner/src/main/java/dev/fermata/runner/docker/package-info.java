/** The adapter to engines that speak the Docker API: the only package that knows Docker. */
@NullMarked
package dev.fermata.runner.docker;

import org.jspecify.annotations.NullMarked;
