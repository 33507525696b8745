/** What the files in a container are to those who copy them. */
@NullMarked
package dev.fermata.runner.engine.file;

import org.jspecify.annotations.NullMarked;
