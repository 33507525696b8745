/**
 * The side of this machine of a conversion: the model that an image finds, the folder for what it
 * makes, and what the last conversion left there. Knows nothing of engines.
 */
@NullMarked
package dev.fermata.runner.bridge;

import org.jspecify.annotations.NullMarked;
