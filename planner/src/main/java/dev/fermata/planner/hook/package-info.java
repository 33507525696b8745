/**
 * Hooks of services: commands in a container after its start and before its stop, and containers
 * that run to their end before it starts. When a container starts or stops, others say.
 */
@NullMarked
package dev.fermata.planner.hook;

import org.jspecify.annotations.NullMarked;
