/**
 * The commands about images and registries: what is pulled, pushed, and what a registry has that
 * the engine does not. They know no containers, but for {@code update}, which replaces them as
 * {@code up} does.
 */
@NullMarked
package dev.fermata.cli.command.image;

import org.jspecify.annotations.NullMarked;
