package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container to create. {@code labels} are all that it gets, {@code inherited} maps a mount's
 * target to the anonymous volume of a predecessor that it takes over. {@code serviceContainers}
 * resolves {@code service:X} to the container whose namespace or volumes are shared.
 */
public record ContainerSpec(
    Project project,
    Service service,
    String name,
    int number,
    SortedMap<String, String> labels,
    SortedMap<String, String> inherited,
    SortedMap<ServiceName, ContainerRef> serviceContainers) {

  public ContainerSpec {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    inherited = Collections.unmodifiableSortedMap(new TreeMap<>(inherited));
    serviceContainers = Collections.unmodifiableSortedMap(new TreeMap<>(serviceContainers));
  }

  public ContainerRef ref() {
    return ContainerRef.named(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
