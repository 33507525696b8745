/**
 * What a build asks its client for, served on one connection: folders, logins, secrets, agents.
 * Knows nothing of the build itself.
 */
@NullMarked
package dev.fermata.buildkit.session;

import org.jspecify.annotations.NullMarked;
