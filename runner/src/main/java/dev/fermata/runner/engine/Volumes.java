package dev.fermata.runner.engine;

import dev.fermata.model.Volume;
import java.util.SortedMap;

/** The named volumes of an engine. */
public interface Volumes {

  void create(Volume volume, SortedMap<String, String> labels);

  /** Idempotent. */
  void remove(String name);
}
