/** One planner for each kind of request; it asks the other rooms and puts their steps together. */
@NullMarked
package dev.fermata.planner.command;

import org.jspecify.annotations.NullMarked;
