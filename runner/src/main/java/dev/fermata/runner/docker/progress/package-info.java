/**
 * What a builder tells while it goes on, told as the events of a build, and why it failed. Makes no
 * call.
 */
@NullMarked
package dev.fermata.runner.docker.progress;

import org.jspecify.annotations.NullMarked;
