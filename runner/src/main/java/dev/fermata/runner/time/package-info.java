/** Time as something that is handed in, so that nothing in a test has to wait. */
@NullMarked
package dev.fermata.runner.time;

import org.jspecify.annotations.NullMarked;
