package dev.fermata.planner;

import dev.fermata.model.Mount;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.planner.UpOptions.Dependencies;
import dev.fermata.planner.UpOptions.Recreate;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that an {@code up} is planned from: what is wanted, what is there, what is asked. {@code
 * services} are the selected ones, dependencies first.
 */
record UpScene(
    Project project,
    Inventory inventory,
    UpOptions options,
    ServiceGraph graph,
    List<Service> services,
    Fingerprints fingerprints) {

  static UpScene of(Project project, Inventory inventory, UpOptions options) {
    ServiceGraph graph = ServiceGraph.of(project);
    Set<ServiceName> selected = select(project, graph, options.selection());
    List<Service> services =
        graph.order().stream().filter(selected::contains).map(project::service).toList();
    return new UpScene(project, inventory, options, graph, services, new Fingerprints(project));
  }

  boolean isSelected(ObservedContainer container) {
    return services.stream().anyMatch(service -> service.name().equals(container.service()));
  }

  /** The networks that the selected services use, by name. */
  List<Network> networks() {
    return services.stream()
        .flatMap(service -> service.networking().attachments().stream())
        .map(attachment -> project.networks().get(attachment.network()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Network::name))
        .toList();
  }

  /** The named volumes that the selected services mount, by name. */
  List<Volume> volumes() {
    return services.stream()
        .flatMap(service -> service.storage().mounts().stream())
        .flatMap(mount -> mount instanceof Mount.OfVolume of ? of.volume().stream() : Stream.of())
        .map(key -> project.volumes().get(key))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Volume::name))
        .toList();
  }

  /** The engine's name of a network of the project. */
  String networkName(String key) {
    Network network = project.networks().get(key);
    return network == null ? key : network.name();
  }

  /** The engine's name of a volume of the project. */
  String volumeName(String key) {
    Volume volume = project.volumes().get(key);
    return volume == null ? key : volume.name();
  }

  Recreate policy(ServiceName service) {
    return isNamed(service) ? options.recreation().named() : options.recreation().dependencies();
  }

  String forcedBy(ServiceName service) {
    return isNamed(service) ? "--force-recreate" : "--always-recreate-deps";
  }

  private boolean isNamed(ServiceName service) {
    Set<ServiceName> named = options.selection().services();
    return named.isEmpty() || named.contains(service);
  }

  private static Set<ServiceName> select(
      Project project, ServiceGraph graph, UpOptions.Selection selection) {
    Set<ServiceName> named = selection.services();
    named.forEach(project::service);
    if (named.isEmpty()) {
      return new TreeSet<>(project.services().keySet());
    }
    return selection.dependencies() == Dependencies.WITH
        ? graph.withDependencies(named)
        : new TreeSet<>(named);
  }
}
