/** Which service needs which: dependencies and their order, partners that share something, jobs. */
@NullMarked
package dev.fermata.planner.graph;

import org.jspecify.annotations.NullMarked;
