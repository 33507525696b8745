/**
 * Folders as BuildKit wants them: what it asks for is found, and sent packet by packet. Knows
 * neither gRPC nor what else a session serves.
 */
@NullMarked
package dev.fermata.buildkit.files;

import org.jspecify.annotations.NullMarked;
