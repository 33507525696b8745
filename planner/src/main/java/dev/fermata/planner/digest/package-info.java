/** What wanted things are compared by: a digest for each field, and Docker Compose's own hash. */
@NullMarked
package dev.fermata.planner.digest;

import org.jspecify.annotations.NullMarked;
