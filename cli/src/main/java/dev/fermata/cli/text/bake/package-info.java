/** The builds of a project as a file for {@code docker buildx bake}. */
@NullMarked
package dev.fermata.cli.text.bake;

import org.jspecify.annotations.NullMarked;
