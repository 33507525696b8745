/** The rows of what a container is, for services, jobs and hooks alike. */
@NullMarked
package dev.fermata.model.schema.container;

import org.jspecify.annotations.NullMarked;
