/** What BuildKit tells of a running solve, as it tells it. */
@NullMarked
package dev.fermata.buildkit.status;

import org.jspecify.annotations.NullMarked;
