package dev.fermata.runner.engine;

import dev.fermata.planner.observed.Observed;

/** The engine as a whole. */
public interface EngineSystem {

  EngineVersion version();

  /** Whether its machine is this one, so that what containers mount of it can be looked at. */
  boolean sharesFiles();

  /** One snapshot by a few list calls, without an inspect per container. */
  Observed observe(ObserveRequest request);
}
