/**
 * What every command works with: the call as the process gives it, the flags of all commands, the
 * project, the engine, the user who may be asked and may break off, and how it all ends. Which
 * commands there are is not known here.
 */
@NullMarked
package dev.fermata.cli.session;

import org.jspecify.annotations.NullMarked;
