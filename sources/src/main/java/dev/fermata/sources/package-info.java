/**
 * The world as the load sees it: files on disk, standard input, and projects that lie elsewhere.
 * Knows nothing of what stands in the files, nor of engines.
 */
@NullMarked
package dev.fermata.sources;

import org.jspecify.annotations.NullMarked;
