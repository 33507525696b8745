package dev.fermata.runner.engine;

import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.EngineDetail;
import java.util.Optional;

/** The engine as a whole. */
public interface EngineSystem {

  EngineVersion version();

  /** Whether its machine is this one, so that what containers mount of it can be looked at. */
  boolean sharesFiles();

  /** The name of its machine, where it is reached by a network. */
  Optional<String> host();

  /** What it says of itself and its machine. */
  EngineDetail detail();

  /** Measured anew, which may take a while. */
  DiskUsage diskUsage();

  /** One snapshot by a few list calls, without an inspect per container. */
  Observed observe(ObserveRequest request);
}
