/** The model as {@code config} prints it. */
@NullMarked
package dev.fermata.cli.text.config;

import org.jspecify.annotations.NullMarked;
