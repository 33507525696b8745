package dev.fermata.planner.plan;

import dev.fermata.model.ready.Readiness;

/** How a gate asks a container whether it is ready, besides what the engine tells of it. */
public sealed interface Probe {
  Probe HEALTHCHECK = new Healthcheck();

  /**
   * What the file says that makes it ready. Then nothing else does: a healthcheck that there may be
   * beside it is left to the engine.
   */
  record Ready(Readiness readiness) implements Probe {}

  /**
   * The healthcheck that the container has, or else what the labels of its image say, if anything.
   * What is run stands in the container and not here: the engine makes it of what the file says, of
   * the image's and of its own defaults, and a container that is older than the file keeps the one
   * that it was created with.
   */
  record Healthcheck() implements Probe {}
}
