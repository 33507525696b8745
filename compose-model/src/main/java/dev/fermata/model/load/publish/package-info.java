/**
 * What goes out when a project is published: its compose files, those that it extends from, and its
 * env files, which lie side by side from then on. Knows nothing of registries.
 */
@NullMarked
package dev.fermata.model.load.publish;

import org.jspecify.annotations.NullMarked;
