/** Lines of containers, from streams that may break and containers that come and go. */
@NullMarked
package dev.fermata.runner.logs;

import org.jspecify.annotations.NullMarked;
