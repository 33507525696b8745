package dev.fermata.planner.observed;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What builds are planned from: what builds, and the Dockerfiles of services that are here. */
public record BuildInputs(Builders builders, SortedMap<ServiceName, String> dockerfiles) {
  public static final BuildInputs NONE =
      new BuildInputs(Builders.USUAL, Collections.emptySortedMap());

  public BuildInputs {
    dockerfiles = Collections.unmodifiableSortedMap(new TreeMap<>(dockerfiles));
  }
}
