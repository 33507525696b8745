package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A checked Compose project: what is wanted. Services, networks and the rest are sorted by key;
 * {@code disabled} are the services that profiles or the selection left out. Paths are absolute.
 */
public record Project(
    ProjectName name,
    String workingDirectory,
    List<String> composeFiles,
    List<String> environmentFiles,
    SortedMap<ServiceName, Service> services,
    SortedMap<ServiceName, Service> disabled,
    SortedMap<String, Network> networks,
    SortedMap<String, Volume> volumes,
    SortedMap<String, Secret> secrets,
    SortedMap<String, Config> configs,
    Definition definition) {

  public Project {
    composeFiles = List.copyOf(composeFiles);
    environmentFiles = List.copyOf(environmentFiles);
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    disabled = Collections.unmodifiableSortedMap(new TreeMap<>(disabled));
    networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
    volumes = Collections.unmodifiableSortedMap(new TreeMap<>(volumes));
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
    configs = Collections.unmodifiableSortedMap(new TreeMap<>(configs));
  }

  public Service service(ServiceName wanted) {
    Service service = services.get(wanted);
    if (service == null) {
      throw new IllegalArgumentException("no enabled service " + wanted);
    }
    return service;
  }

  /** The image behind a mount, whose source may be a service of this project. */
  public ImageRef image(Mount.OfImage mount) {
    Service service = services.get(new ServiceName(mount.source()));
    return service == null ? new ImageRef(mount.source()) : service.image();
  }

  /** The same project with other services, as after a selection or {@code --scale}. */
  public Project withServices(
      SortedMap<ServiceName, Service> enabled, SortedMap<ServiceName, Service> leftOut) {
    return new Project(
        name,
        workingDirectory,
        composeFiles,
        environmentFiles,
        enabled,
        leftOut,
        networks,
        volumes,
        secrets,
        configs,
        definition);
  }
}
