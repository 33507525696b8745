/**
 * What changes of files do to the containers of services: files are copied, containers restarted or
 * made anew. It knows which files matter to whom, and leaves to {@link
 * dev.fermata.runner.watch.file} how changes are noticed and to {@link dev.fermata.runner.Stack}
 * how a service is brought up.
 */
@NullMarked
package dev.fermata.runner.watch;

import org.jspecify.annotations.NullMarked;
