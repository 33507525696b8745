/** Readiness: probes, verdicts and the gates that hold dependants back. */
@NullMarked
package dev.fermata.runner.gate;

import org.jspecify.annotations.NullMarked;
