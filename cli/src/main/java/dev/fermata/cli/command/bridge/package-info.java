/**
 * {@code bridge}: a project handed to images that make something else of it, such as manifests for
 * Kubernetes. What goes in, what comes out, and where that may be written.
 */
@NullMarked
package dev.fermata.cli.command.bridge;

import org.jspecify.annotations.NullMarked;
