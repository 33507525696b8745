/** The commands that put the program where the docker client finds it, and take it away again. */
@NullMarked
package dev.fermata.cli.command.plugin;

import org.jspecify.annotations.NullMarked;
