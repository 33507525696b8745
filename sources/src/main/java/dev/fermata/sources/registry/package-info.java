/**
 * Projects published in registries, read and written over HTTP. Knows nothing of where logins are
 * kept: see {@link dev.fermata.sources.registry.Logins}.
 */
@NullMarked
package dev.fermata.sources.registry;

import org.jspecify.annotations.NullMarked;
