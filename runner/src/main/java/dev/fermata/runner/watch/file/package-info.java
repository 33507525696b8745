/**
 * Changes of files below some paths, as batches, by the notices of the operating system. It knows
 * no services and no engine.
 */
@NullMarked
package dev.fermata.runner.watch.file;

import org.jspecify.annotations.NullMarked;
