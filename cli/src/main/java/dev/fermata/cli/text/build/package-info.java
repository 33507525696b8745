/** What is said of builds: warnings and failures, with the lines of their Dockerfiles. */
@NullMarked
package dev.fermata.cli.text.build;

import org.jspecify.annotations.NullMarked;
