/** What happens while a plan runs, as values for whoever shows it. */
@NullMarked
package dev.fermata.runner.event;

import org.jspecify.annotations.NullMarked;
