/**
 * When a service is ready, by checks that need nothing in its image: what is asked, how often, and
 * for how long the answers must be good. Knows nothing of how containers are reached.
 */
@NullMarked
package dev.fermata.model.ready;

import org.jspecify.annotations.NullMarked;
