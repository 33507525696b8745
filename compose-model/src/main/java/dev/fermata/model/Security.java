package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a container may do. */
public record Security(
    boolean privileged,
    boolean readOnly,
    List<String> capabilitiesAdded,
    List<String> capabilitiesDropped,
    List<String> options,
    List<String> groups,
    SortedMap<String, String> sysctls,
    Optional<Namespace> pid,
    Optional<Namespace> ipc,
    Optional<String> uts,
    Optional<String> userNamespace,
    Optional<String> cgroup) {

  public Security {
    capabilitiesAdded = List.copyOf(capabilitiesAdded);
    capabilitiesDropped = List.copyOf(capabilitiesDropped);
    options = List.copyOf(options);
    groups = List.copyOf(groups);
    sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
  }
}
