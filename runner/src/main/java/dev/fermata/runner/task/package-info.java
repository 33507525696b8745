/** Threads that have an owner. Knows nothing of engines or plans. */
@NullMarked
package dev.fermata.runner.task;

import org.jspecify.annotations.NullMarked;
