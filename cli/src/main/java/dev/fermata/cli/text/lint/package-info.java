/** What {@code lint} has found, for people, for programs and for code hosts. */
@NullMarked
package dev.fermata.cli.text.lint;

import org.jspecify.annotations.NullMarked;
