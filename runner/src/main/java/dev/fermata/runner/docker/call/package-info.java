/**
 * Calls to an engine's API: the negotiated version, JSON in and out, refusals and failures in
 * domain words. Knows no particular call.
 */
@NullMarked
package dev.fermata.runner.docker.call;

import org.jspecify.annotations.NullMarked;
