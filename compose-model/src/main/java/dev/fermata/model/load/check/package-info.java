/**
 * What is wrong with a project whose types are right, service by service and between its parts; and
 * which of its attributes have no effect.
 */
@NullMarked
package dev.fermata.model.load.check;

import org.jspecify.annotations.NullMarked;
