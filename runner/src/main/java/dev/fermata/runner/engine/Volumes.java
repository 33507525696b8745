package dev.fermata.runner.engine;

import dev.fermata.planner.spec.VolumeSpec;

/** The named volumes of an engine. */
public interface Volumes {

  void create(VolumeSpec volume);

  /** Idempotent. */
  void remove(String name);
}
