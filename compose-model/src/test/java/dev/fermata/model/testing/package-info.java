/** Projects to test and to measure with. */
@NullMarked
package dev.fermata.model.testing;

import org.jspecify.annotations.NullMarked;
