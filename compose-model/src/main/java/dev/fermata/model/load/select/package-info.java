/**
 * Which parts of a project are wanted: profiles, the services that the user named, and what these
 * use.
 */
@NullMarked
package dev.fermata.model.load.select;

import org.jspecify.annotations.NullMarked;
