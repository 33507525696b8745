/** What an engine answers, read into our records. Pure; sends nothing. */
@NullMarked
package dev.fermata.runner.docker.read;

import org.jspecify.annotations.NullMarked;
