package dev.fermata.planner.plan;

/** How a gate asks a container whether it is ready, besides what the engine tells of it. */
public sealed interface Probe {
  Probe HEALTHCHECK = new Healthcheck();

  /**
   * The healthcheck that the container has, if any. What is run stands in the container and not
   * here: the engine makes it of what the file says, of the image's and of its own defaults, and a
   * container that is older than the file keeps the one that it was created with.
   */
  record Healthcheck() implements Probe {}
}
