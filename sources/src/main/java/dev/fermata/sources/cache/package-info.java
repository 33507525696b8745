/** Where fetched projects are kept, whole or not at all. Knows nothing of how they are fetched. */
@NullMarked
package dev.fermata.sources.cache;

import org.jspecify.annotations.NullMarked;
