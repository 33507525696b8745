/**
 * The terminal that the program stands in, while somebody talks to a process in a container: its
 * mode, its size, the keys that leave, the signals that go on to the process. Nothing of it is
 * loaded by a command that only prints; what a container is, is not known here.
 */
@NullMarked
package dev.fermata.cli.terminal;

import org.jspecify.annotations.NullMarked;
