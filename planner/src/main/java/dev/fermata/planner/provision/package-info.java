/**
 * What programs beside the engine provide: services in place of containers, and models. When they
 * are called, and what their dependants get of them; how they are called, the runner knows.
 */
@NullMarked
package dev.fermata.planner.provision;

import org.jspecify.annotations.NullMarked;
