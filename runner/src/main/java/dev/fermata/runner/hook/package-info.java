/**
 * Runs hooks to their ends, and keeps of what they say what a report needs. When they are run, the
 * plan says.
 */
@NullMarked
package dev.fermata.runner.hook;

import org.jspecify.annotations.NullMarked;
