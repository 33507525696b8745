/**
 * Patterns of files that are left out: {@code .dockerignore}, and those of a watch. It knows paths
 * as text, and no files but a build's own rules.
 */
@NullMarked
package dev.fermata.runner.ignore;

import org.jspecify.annotations.NullMarked;
