/** Carries a plan out and reports everything; decides nothing. */
@NullMarked
package dev.fermata.runner;

import org.jspecify.annotations.NullMarked;
