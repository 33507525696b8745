/**
 * What a shell offers while a line is typed, asked by its script or, in the same words, by the
 * docker client for its plugin. It only looks, and says nothing where it finds nothing.
 */
@NullMarked
package dev.fermata.cli.completion;

import org.jspecify.annotations.NullMarked;
