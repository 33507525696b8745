/**
 * Commands that Docker Compose has under {@code alpha}: a picture of the services, and a compose
 * file of containers that are there already.
 */
@NullMarked
package dev.fermata.cli.command.alpha;

import org.jspecify.annotations.NullMarked;
