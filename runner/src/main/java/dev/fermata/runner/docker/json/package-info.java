/** A small JSON reader and writer on streaming Jackson: no binding, no reflection. */
@NullMarked
package dev.fermata.runner.docker.json;

import org.jspecify.annotations.NullMarked;
