package dev.fermata.runner.engine;

import dev.fermata.planner.VolumeSpec;

/** The named volumes of an engine. */
public interface Volumes {

  void create(VolumeSpec volume);

  /** Idempotent. */
  void remove(String name);
}
