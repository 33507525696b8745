/**
 * Go templates, as the docker client's {@code --format} takes them: text in, text out. Knows
 * nothing of what is printed with them.
 */
@NullMarked
package dev.fermata.cli.template;

import org.jspecify.annotations.NullMarked;
