/**
 * Patterns of files as BuildKit reads them: a {@code .dockerignore}, what a transfer includes and
 * excludes, and those of a watch. It knows paths as text, and no files but a build's own rules.
 */
@NullMarked
package dev.fermata.buildkit.ignore;

import org.jspecify.annotations.NullMarked;
