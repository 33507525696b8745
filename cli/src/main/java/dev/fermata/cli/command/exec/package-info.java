/**
 * The commands that talk to a process in a container: {@code exec}, {@code run}, {@code attach},
 * and what joins the program's own streams to a process until either side has enough. How a
 * terminal is switched is known to {@code cli.terminal}, how a stream gets to the engine to the
 * runner.
 */
@NullMarked
package dev.fermata.cli.command.exec;

import org.jspecify.annotations.NullMarked;
