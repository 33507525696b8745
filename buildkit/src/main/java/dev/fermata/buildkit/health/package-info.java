/** Asks any server by gRPC's own health service whether it serves. Knows nothing of builds. */
@NullMarked
package dev.fermata.buildkit.health;

import org.jspecify.annotations.NullMarked;
