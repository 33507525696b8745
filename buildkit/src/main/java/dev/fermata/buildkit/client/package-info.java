/** The front door: a solve with its session and its status, from the first call to the last. */
@NullMarked
package dev.fermata.buildkit.client;

import org.jspecify.annotations.NullMarked;
