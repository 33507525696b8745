/**
 * Fetches Compose projects that lie elsewhere: in git repositories and, published, in registries.
 * Knows nothing of what stands in their files.
 */
@NullMarked
package dev.fermata.cli.remote;

import org.jspecify.annotations.NullMarked;
