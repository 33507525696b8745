package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A container to create. {@code labels} are all that it gets, {@code inherited} maps a mount's
 * target to the anonymous volume of a predecessor that it takes over. {@code serviceContainers}
 * resolves {@code service:X} to the container whose namespace or volumes are shared, {@code linked}
 * has the names of all containers of a service that is linked to.
 */
public record ContainerSpec(
    Project project,
    Service service,
    String name,
    int number,
    SortedMap<String, String> labels,
    SortedMap<String, String> inherited,
    SortedMap<ServiceName, ContainerRef> serviceContainers,
    SortedMap<ServiceName, List<String>> linked) {

  public ContainerSpec {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    inherited = Collections.unmodifiableSortedMap(new TreeMap<>(inherited));
    serviceContainers = Collections.unmodifiableSortedMap(new TreeMap<>(serviceContainers));
    linked = Collections.unmodifiableSortedMap(new TreeMap<>(linked));
  }

  public ContainerRef ref() {
    return ContainerRef.named(name);
  }

  /** The containers of the project that have to be there before this one is created. */
  Set<String> partners() {
    Set<String> names = new TreeSet<>();
    serviceContainers.values().forEach(container -> names.add(container.name()));
    linked.values().forEach(names::addAll);
    return names;
  }

  @Override
  public String toString() {
    return name;
  }
}
