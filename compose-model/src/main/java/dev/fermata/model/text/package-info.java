/**
 * Text with inner structure: ports, volumes, durations, sizes, command lines. Each parser knows the
 * offset of a mistake. Knows neither documents nor attributes.
 */
@NullMarked
package dev.fermata.model.text;

import org.jspecify.annotations.NullMarked;
