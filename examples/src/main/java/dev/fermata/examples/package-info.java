/** What a program in Java does with the library. */
@NullMarked
package dev.fermata.examples;

import org.jspecify.annotations.NullMarked;
