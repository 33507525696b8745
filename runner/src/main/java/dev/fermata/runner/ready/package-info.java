/**
 * Checks of readiness that need nothing in the image: the ways from here to a container's ports,
 * and what is said there. Knows neither gates nor verdicts.
 */
@NullMarked
package dev.fermata.runner.ready;

import org.jspecify.annotations.NullMarked;
