/** Doubles for tests of whatever drives an engine, and the contract that the real one shares. */
@NullMarked
package dev.fermata.runner.testing;

import org.jspecify.annotations.NullMarked;
