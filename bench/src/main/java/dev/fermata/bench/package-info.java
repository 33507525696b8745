/** What is measured with JMH. It knows what a library's user knows, and no more. */
@NullMarked
package dev.fermata.bench;

import org.jspecify.annotations.NullMarked;
