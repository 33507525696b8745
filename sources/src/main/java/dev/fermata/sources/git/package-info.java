/** Projects in git repositories, brought here by the user's {@code git}. */
@NullMarked
package dev.fermata.sources.git;

import org.jspecify.annotations.NullMarked;
