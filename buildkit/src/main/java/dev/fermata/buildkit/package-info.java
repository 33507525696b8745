/**
 * The BuildKit inside an engine: what is to be solved, what the session serves while it is, and
 * what comes of it. Knows neither Compose files nor the engine's other calls.
 */
@NullMarked
package dev.fermata.buildkit;

import org.jspecify.annotations.NullMarked;
