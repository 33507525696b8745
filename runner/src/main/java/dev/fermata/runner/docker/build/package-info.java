/**
 * Builds by the engine's BuildKit: what a build says becomes what BuildKit is asked, and what it
 * may ask back.
 */
@NullMarked
package dev.fermata.runner.docker.build;

import org.jspecify.annotations.NullMarked;
