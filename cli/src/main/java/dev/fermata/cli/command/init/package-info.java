/**
 * A first compose file from what lies in a folder. Asks nothing: each line says where it comes
 * from. What can be run, what that needs, and the text are three things; only {@code Folder} reads.
 */
@NullMarked
package dev.fermata.cli.command.init;

import org.jspecify.annotations.NullMarked;
