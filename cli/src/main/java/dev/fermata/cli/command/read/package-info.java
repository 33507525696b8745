/**
 * Commands that look at what is there and change nothing: projects, images, ports, processes, use,
 * events, volumes. Labels are enough for them; none loads a model where the project's name is
 * given.
 */
@NullMarked
package dev.fermata.cli.command.read;

import org.jspecify.annotations.NullMarked;
