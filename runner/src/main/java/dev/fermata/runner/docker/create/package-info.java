/**
 * From the model to the body of a create call: one row per attribute, with the engine's field and
 * the API version that it needs. Pure but for reading seccomp profiles; sends nothing.
 */
@NullMarked
package dev.fermata.runner.docker.create;

import org.jspecify.annotations.NullMarked;
