package dev.fermata.runner;

import dev.fermata.planner.observed.ContainerRef;

/**
 * What is done right before a container is started: whoever wants all of its output, or gives it
 * input, has to be there by then. What it throws fails the start.
 */
@FunctionalInterface
public interface BeforeStart {
  BeforeStart NOTHING = container -> {};

  void startsNow(ContainerRef container);
}
