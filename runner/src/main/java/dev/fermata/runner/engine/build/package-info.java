/**
 * What is told of a build while it goes on, and of one that failed, whichever builder it is. Knows
 * neither builders nor how it is shown.
 */
@NullMarked
package dev.fermata.runner.engine.build;

import org.jspecify.annotations.NullMarked;
