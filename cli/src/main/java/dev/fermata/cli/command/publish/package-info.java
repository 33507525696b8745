/**
 * {@code publish}: what of a project goes into a registry, what its user is asked before, and how
 * it is told. The files come from the model, the registry's protocol is that of the sources.
 */
@NullMarked
package dev.fermata.cli.command.publish;

import org.jspecify.annotations.NullMarked;
