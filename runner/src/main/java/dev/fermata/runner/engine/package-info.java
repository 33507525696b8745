/** The port to a container engine, in our own words. Knows no engine by name. */
@NullMarked
package dev.fermata.runner.engine;

import org.jspecify.annotations.NullMarked;
